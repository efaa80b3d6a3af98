using HwToken.Core.Otp;

namespace HwToken.Scenarios.Forms;

/// <summary>What stands in many places.</summary>
internal static class CommonForms
{
    /// <summary>Name of a token or of a code that is kept.</summary>
    public const string Name = "[A-Za-z][A-Za-z0-9_-]{0,39}";

    public const string WantedName = "1 to 40 letters, digits, - and _, a letter first";

    public static readonly Field Token = new("token", new TextForm("a token's name", Name) { Says = "Name of a token; the only one needs none" });

    /// <summary>A token alone: its name, nothing for the only one, or as a pair.</summary>
    public static readonly Form TokenAlone = new EitherForm(new TextForm("a token's name", Name), new NothingForm(), new MapForm(Token));

    /// <summary>A span, forward.</summary>
    public static readonly Form Span = Spans("", 0);

    /// <summary>A span, either way.</summary>
    public static readonly Form SignedSpan = Spans("-?", -1e9m);

    public static readonly Form Flag = new FlagForm();

    /// <summary>A credential; what is left out is that of RFC 4226, appendix D.</summary>
    public static readonly Field[] Credential =
    [
        new("type", new ChoiceForm("HOTP", "TOTP"), IsNeeded: true),
        new("id", new TextForm("a credential ID (12 letters and digits, a letter first)", "[A-Za-z][A-Za-z0-9]{11}") { Says = "Credential ID; DPHT00000001 for the first token, and so on" }),
        new("secret", new TextForm("a secret in Base32", "[A-Za-z2-7]{2,208}=*") { Says = "Base32, a test secret; that of RFC 4226, appendix D, when left out" }),
        new("algorithm", new ChoiceForm("SHA1", "SHA256", "SHA512")),
        new("digits", new NumberForm(OtpParameters.MinDigits, OtpParameters.MaxDigits)),
        new("period", new NumberForm(1, OtpParameters.MaxPeriodSeconds) { Says = "TOTP: the time step in seconds" }),
        new("counter", new NumberForm(0, ulong.MaxValue) { Says = "HOTP: the first counter" }),
    ];

    private static EitherForm Spans(string sign, decimal least) => new(
        new TextForm("a span such as 31s, 500ms, 5m, 12h or 3d", sign + @"[0-9]{1,9}(?:\.[0-9]{1,7})?(?:ms|s|m|h|d)"),
        new NumberForm(least, 1e9m, isWhole: false)) { Says = "31s, 500ms, 5m, 12h, 3d; a bare number is seconds" };
}
