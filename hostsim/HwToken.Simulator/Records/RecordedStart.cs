using HwToken.Core.Otp;

namespace HwToken.Simulator.Records;

/// <summary>How a token was when somebody began to do something with it. Holds no secret.</summary>
/// <param name="Id">Credential ID; null: a blank token.</param>
/// <param name="Parameters">OTP parameters; null: a blank token.</param>
/// <param name="NextFactor">HOTP: the counter of its next code.</param>
/// <param name="IsOff">It had no power.</param>
/// <param name="Faults">Names of the faults that held.</param>
/// <param name="ClockOff">How far its clock chip was ahead of its time; null: its clock had no valid time.</param>
/// <param name="Ppm">Error of the clock chip's rate.</param>
public sealed record RecordedStart(string? Id, OtpParameters? Parameters, ulong NextFactor, bool IsOff, IReadOnlyList<string> Faults, TimeSpan? ClockOff, double Ppm)
{
    /// <summary>A token's clock may be so far off by its provisioning alone.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(2);

    /// <summary>The steps that bring a story's token there.</summary>
    public IEnumerable<string> Steps()
    {
        if (Parameters?.Type == OtpType.Totp && ClockOff is { } off && off.Duration() > Usual)
        {
            yield return $"drift: {{ by: {RecordWords.Span(off)} }}";
        }

        if (Ppm != 0)
        {
            yield return FormattableString.Invariant($"drift: {{ ppm: {Ppm:0.###} }}");
        }

        foreach (string fault in Faults)
        {
            yield return $"fault: {{ name: {fault}, on: true }}";
        }

        if (IsOff)
        {
            yield return "power: { on: false }";
        }
    }
}
