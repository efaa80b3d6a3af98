namespace HwToken.Scenarios.Forms;

/// <summary>The steps: what a key of a step means and what stands behind it.</summary>
internal static class StepForms
{
    private static readonly string[] Faults = ["panelMissing", "buttonStuck", "rtcStopped", "batteryLost", "writesFail", "busStuck"];

    private static readonly Form File = new TextForm("a file's name", "[A-Za-z0-9_.-]{1,32}");

    private static readonly Form Files = new EitherForm(File, new ListForm(File, 20));

    /// <summary>All steps, in the order in which they are named to people.</summary>
    public static Field[] All { get; } = [.. Hands, .. Looks, .. Board, .. Line, .. Services];

    private static Field[] Hands =>
    [
        Step("press", "Presses and releases the button; the token answers", new EitherForm(
            new TextForm("a token's name", CommonForms.Name),
            new NothingForm(),
            new MapForm(CommonForms.Token, new("as", new TextForm("a name for the code", CommonForms.Name) { Says = "Keeps the code: {name} stands for it later" })))),
        Step("hold", "Holds the button: 2 s shows the credential ID, 10 s opens the line", new MapForm(CommonForms.Token, new("for", CommonForms.Span, IsNeeded: true))),
        Step("button", "Puts a finger on the button or lifts it; no time passes", new MapForm(CommonForms.Token, new("down", CommonForms.Flag, IsNeeded: true))),
        Step("wait", "Lets time pass for all tokens and the service", CommonForms.Span),
    ];

    private static Field[] Looks =>
    [
        Step("expect", "What display, token and page show now", new MapForm(
            CommonForms.Token,
            new("code", new TextForm("any, new, same, or 6 to 8 digits in quotes", "any|new|same|[0-9]{6,8}") { Says = "The code, in quotes; new: one that no expect has seen; same: the one that the last expect saw; any: some code" }),
            new("screen", Words("Words on the display, in this order; dark for a dark one")),
            new("error", new ChoiceForm("none", "E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8", "E9", "E10") { Says = "The error on the display" }),
            new("state", new ChoiceForm("off", "awake", "asleep", "hung") { Says = "What the chip does" }),
            new("page", Words("Words on the service's last page, in this order")),
            new("status", new NumberForm(100, 599) { Says = "HTTP status of the service's last answer" }))
        { OneOf = ["code", "screen", "error", "state", "page", "status"] }),
    ];

    private static Field[] Board =>
    [
        Step("power", "Connects power or cuts it", new MapForm(
            CommonForms.Token,
            new("on", CommonForms.Flag, IsNeeded: true),
            new("settle", CommonForms.Flag.Saying("false: no time passes; else the token boots first")))),
        Step("reset", "Presses the EN button", CommonForms.TokenAlone),
        Step("fault", "Switches a fault on or off", new MapForm(CommonForms.Token, new("name", new ChoiceForm(Faults), IsNeeded: true), new("on", CommonForms.Flag, IsNeeded: true))),
        Step("cut", "Cuts the power at the n-th flash operation from now on", new MapForm(
            CommonForms.Token,
            new("at", new NumberForm(1, 1000), IsNeeded: true),
            new("mode", new ChoiceForm("before", "after", "torn") { Says = "before it (when left out), after it, or in its middle" }))),
        Step("throw", "Lets the n-th call of the platform from now on fail, as one does on a full heap", new MapForm(CommonForms.Token, new("at", new NumberForm(1, 100_000), IsNeeded: true))),
        Step("drift", "Puts the clock chip off, or makes it run wrong", new MapForm(
            CommonForms.Token,
            new("by", CommonForms.SignedSpan),
            new("ppm", new NumberForm(-100_000, 100_000, isWhole: false) { Says = "Parts per million; positive runs fast" }))
        { OneOf = ["by", "ppm"] }),
        Step("set-clock", "Sets the clock chip right", CommonForms.TokenAlone),
        Step("battery", "Sets the battery's voltage", new MapForm(CommonForms.Token, new("volts", new NumberForm(2.5m, 5, isWhole: false), IsNeeded: true))),
        Step("flash", "Changes files in flash, as somebody with a cable can", new MapForm(
            CommonForms.Token,
            new("remove", Files),
            new("damage", Files.Saying("Flips the bits of their first byte")),
            new("write", new MapForm(
                new("file", File, IsNeeded: true),
                new("lines", new ListForm(new TextForm("a line of printable ASCII", "[ -~]{0,200}"), 100) { Says = "As they are; LF ends each" }, IsNeeded: true))))
        { OneOf = ["remove", "damage", "write"] }),
    ];

    private static Field[] Line =>
    [
        Step("provision", "Writes a credential into a blank token, over its line", new MapForm([CommonForms.Token, .. CommonForms.Credential])),
        Step("erase", "Erases a token whose line is open, with the admin key of stories", CommonForms.TokenAlone),
        Step("line", "Sends a line to the token and looks at the answer", new MapForm(
            CommonForms.Token,
            new("send", new TextForm("a command of printable ASCII", "[ -~]{1,85}") { Says = "The command; its closing is added" }, IsNeeded: true),
            new("expect", new TextForm("an answer", "[ -~]{1,96}") { Says = "The answer; a * at its end stands for the rest" }))),
    ];

    private static Field[] Services =>
    [
        Step("open", "Opens a page of the service", new TextForm("a path such as /login, or an address", Address)),
        Step("sign-in", "Fills in a form of the service and sends it, or posts JSON", new MapForm(
            CommonForms.Token,
            new("at", new TextForm("a path such as /login, or an address", Address) { Says = "The page that has the form, or where the JSON goes; the page at hand when left out" }),
            new("fields", Values("Fields of the form; its hidden fields go along. {code}, {id}, {code:bob}, kept codes, {env:NAME} and the service's own words are filled in")),
            new("json", Values("The body, one JSON object of texts, filled in alike")),
            new("headers", Values("Headers of the request, filled in alike")))
        { OneOf = ["fields", "json"] }),
    ];

    private const string Address = @"/[^\s]{0,500}|https?://[^\s]{1,500}";

    private static Field Step(string name, string says, Form form) => new(name, form.Saying(says));

    private static EitherForm Words(string says)
    {
        var word = new TextForm("a text", ".{1,200}");
        return new EitherForm(word, new ListForm(word, 20)) { Says = says };
    }

    private static NamedForm Values(string says) => new(new TextForm("a text (a number goes in quotes)"), @"[^\s]{1,100}", "one word", 50) { Says = says };
}
