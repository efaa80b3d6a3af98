using HwToken.Core.Otp;
using HwToken.Pskc;
using HwToken.Simulator.Fleets;
using HwToken.Simulator.Leases;

namespace HwToken.TokenPage.Contract;

/// <summary>A lease.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Pool">The pool.</param>
/// <param name="CredentialId">The token's credential ID.</param>
/// <param name="Type"><c>HOTP</c> or <c>TOTP</c>.</param>
/// <param name="Digits">Digits of a code.</param>
/// <param name="Period">TOTP: time step in seconds.</param>
/// <param name="Expires">When it runs out, in true time, UTC.</param>
internal sealed record LeaseView(string Id, string Pool, string CredentialId, string Type, int Digits, int? Period, DateTimeOffset Expires)
{
    /// <summary>A lease as it is told.</summary>
    public static LeaseView Of(Lease lease)
    {
        OtpParameters parameters = lease.Token.Parameters;
        int? period = parameters.Type == OtpType.Totp ? parameters.PeriodSeconds : null;
        return new LeaseView(lease.Id, lease.Pool, lease.Token.Id, OtpWords.Of(parameters.Type), parameters.Digits, period, lease.Expires);
    }
}

/// <summary>A code that was never told before.</summary>
/// <param name="Code">The security code, with its leading zeros.</param>
/// <param name="CredentialId">Whose.</param>
/// <param name="Type"><c>HOTP</c> or <c>TOTP</c>.</param>
/// <param name="MovingFactor">Counter or time step.</param>
/// <param name="At">When it was made, by the shared clock, UTC.</param>
/// <param name="StepEnds">TOTP: when its time step ends.</param>
/// <param name="Pressed">It was read from the pixels of a display.</param>
internal sealed record CodeView(string Code, string CredentialId, string Type, ulong MovingFactor, DateTimeOffset At, DateTimeOffset? StepEnds, bool Pressed)
{
    /// <summary>A code as it is told.</summary>
    public static CodeView Of(LeasedCode code) => new(code.Code, code.CredentialId, OtpWords.Of(code.Type), code.MovingFactor, code.At, code.StepEnds, code.IsPressed);
}

/// <summary>What became of the tokens that were given.</summary>
/// <param name="Name">The pool.</param>
/// <param name="Tokens">How many it holds now.</param>
/// <param name="Added">How many are new.</param>
/// <param name="Known">How many were in it already, and stay as they are.</param>
internal sealed record PoolFilled(string Name, int Tokens, int Added, int Known);

/// <summary>A test secret of a pool's token.</summary>
/// <param name="CredentialId">Credential ID.</param>
/// <param name="Otpauth">The whole credential as a URI; of HOTP with the next counter.</param>
internal sealed record PoolSecret(string CredentialId, string Otpauth)
{
    /// <summary>A token's secret as it is told.</summary>
    public static PoolSecret Of(FleetToken token)
    {
        ulong counter = token.Parameters.Type == OtpType.Hotp ? token.NextFactor : 0;
        return new PoolSecret(token.Id, OtpauthUri.Write("HwToken test", token.Id, token.Parameters, counter, token.Secret.ToArray()));
    }

    /// <inheritdoc/>
    public override string ToString() => CredentialId;
}
