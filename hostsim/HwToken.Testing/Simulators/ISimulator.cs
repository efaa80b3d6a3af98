using HwToken.Core.Otp;

namespace HwToken.Testing.Simulators;

/// <summary>Where tokens come from: this process or another one. Refuses with <see cref="OtpException"/>.</summary>
internal interface ISimulator : IAsyncDisposable
{
    /// <summary>Its time.</summary>
    OtpClock Clock { get; }

    /// <summary>Puts tokens with random secrets into a pool.</summary>
    Task FillAsync(string pool, OtpType type, int count, CancellationToken cancel);

    /// <summary>Puts the tokens of a seed file into a pool.</summary>
    /// <returns>How many are new.</returns>
    Task<int> FillAsync(string pool, string seeds, string? key, string? passphrase, CancellationToken cancel);

    /// <summary>The test secrets of a pool.</summary>
    Task<IReadOnlyList<OtpSecret>> SecretsAsync(string pool, CancellationToken cancel);

    /// <summary>Leases a token; it stays leased until it is released.</summary>
    Task<LeasedToken> LeaseAsync(string pool, CancellationToken cancel);

    /// <summary>Its next code.</summary>
    Task<OtpCode> CodeAsync(LeasedToken lease, bool isPressed, CancellationToken cancel);

    /// <summary>Its test secret.</summary>
    Task<OtpSecret> SecretAsync(LeasedToken lease, CancellationToken cancel);

    /// <summary>Its last code holds a virtual clock no longer.</summary>
    Task ArrivedAsync(LeasedToken lease, CancellationToken cancel);

    /// <summary>Gives it back. A lease that is over already, or a simulator that is gone, is no fault: it is what was wanted.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="dropsPool">The pool was made for this lease.</param>
    Task ReleaseAsync(LeasedToken lease, bool dropsPool);
}
