using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Simulator;

namespace HwToken.Rack.Live;

/// <summary>The public part of the credential in a token's flash; the copy of its keys is wiped at the end.</summary>
internal sealed class ReadCredential(VirtualToken token) : IDisposable
{
    private readonly Credential? _credential = token.StoredCredential;

    /// <summary>Credential ID, or null for a blank token.</summary>
    public string? Id => _credential?.Id;

    /// <summary><c>HOTP</c>, <c>TOTP</c> or null.</summary>
    public string? Type => _credential is null ? null : OtpWords.Of(_credential.Parameters.Type);

    /// <summary>Parameters, or null.</summary>
    public OtpParameters? Parameters => _credential?.Parameters;

    /// <inheritdoc/>
    public void Dispose() => _credential?.Clear();
}
