using HwToken.Core.Otp;
using HwToken.Testing.Simulators;

namespace HwToken.Testing;

/// <summary>
/// A virtual token that one test has for itself until it disposes it. Its codes come one after the other; none comes twice, whoever had the token before.
/// Safe for several threads.
/// </summary>
public sealed class OtpToken : IAsyncDisposable
{
    private readonly ISimulator _simulator;
    private readonly LeasedToken _lease;
    private readonly Action<OtpToken> _isOver;
    private readonly bool _ownsPool;
    private int _disposed;

    internal OtpToken(ISimulator simulator, LeasedToken lease, bool ownsPool, Action<OtpToken> isOver)
    {
        _simulator = simulator;
        _lease = lease;
        _ownsPool = ownsPool;
        _isOver = isOver;
    }

    /// <summary>Its credential ID.</summary>
    public string CredentialId => _lease.CredentialId;

    /// <summary>HOTP or TOTP.</summary>
    public OtpType Type => _lease.Type;

    /// <summary>Digits of a code, 6 to 8.</summary>
    public int Digits => _lease.Digits;

    /// <summary>TOTP: its time step; null for HOTP.</summary>
    public TimeSpan? Period => _lease.Period;

    /// <summary>
    /// The next unused code, computed by the firmware's own rule. HOTP comes at once. TOTP shows one code a time step, never in the last seconds of it
    /// (<see cref="OtpSimulatorOptions.Margin"/>): on true time it is waited for, a virtual clock is moved to the next step.
    /// </summary>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="OtpException">It is not to be had, or not in time; the message says what to do.</exception>
    public Task<OtpCode> NextCodeAsync(CancellationToken cancel = default) => CodeAsync(isPressed: false, cancel);

    /// <summary>
    /// Presses the button, lets the firmware run and reads the next code from the pixels of the display. As on the token itself a press within 30 s of the
    /// last one brings no new code: the end of this hold-off is waited for, on a virtual clock by moving it.
    /// </summary>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="OtpException">The display shows an error, or the code is not to be had in time; the message says what to do.</exception>
    public Task<OtpCode> PressAsync(CancellationToken cancel = default) => CodeAsync(isPressed: true, cancel);

    /// <summary>Its test secret, to be put into the system under test.</summary>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="OtpException">The token was given back.</exception>
    public Task<OtpSecret> SecretAsync(CancellationToken cancel = default)
    {
        ThrowIfOver();
        return _simulator.SecretAsync(_lease, cancel);
    }

    /// <summary>
    /// Says that its last code has reached the system under test: other tokens may move a virtual clock past it. For tokens that outlive a test; the next code
    /// and the disposal say it too.
    /// </summary>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="OtpException">The token was given back.</exception>
    public Task ArrivedAsync(CancellationToken cancel = default)
    {
        ThrowIfOver();
        return _simulator.ArrivedAsync(_lease, cancel);
    }

    /// <summary>Gives the token back: the next test that waits for one gets it. A second time nothing happens.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _isOver(this);
            await _simulator.ReleaseAsync(_lease, _ownsPool).ConfigureAwait(false);
        }
    }

    /// <summary>What it is; no code and no secret.</summary>
    public override string ToString() => $"{OtpWords.Of(Type)} token {CredentialId}";

    private Task<OtpCode> CodeAsync(bool isPressed, CancellationToken cancel)
    {
        ThrowIfOver();
        return _simulator.CodeAsync(_lease, isPressed, cancel);
    }

    private void ThrowIfOver()
    {
        if (_disposed != 0)
        {
            throw new OtpException(OtpFault.LeaseOver, FaultWords.LeaseOver(CredentialId));
        }
    }
}
