namespace HwToken.Scenarios.Forms;

/// <summary>A whole scenario.</summary>
internal static class StoryForm
{
    private const int MostTokens = 100;
    private const int MostSteps = 10_000;

    private const string Moment = @"2[01][0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,7})?Z";

    private static readonly Form Token = new EitherForm(
        new ChoiceForm("blank"),
        new MapForm([.. CommonForms.Credential, new("board", new ChoiceForm("reference", "reference-aaa") { Says = "What it is built as; reference-aaa runs from cells" })]))
    {
        Says = "blank: just powered, without a credential; else provisioned, asleep and dark",
    };

    /// <summary>The whole file.</summary>
    public static Form Root { get; } = new MapForm(
        new("name", new TextForm("a name of 1 to 200 characters", ".{1,200}") { Says = "What the story tells, in one sentence" }, IsNeeded: true),
        new("clock", new TextForm("a time such as 2026-01-01T00:00:00Z (2000 to 2199), or now,", Moment + "|now") { Says = "When the story begins; 2026-01-01T00:00:00Z when left out; now: true time, for a service that goes by it" }),
        new("seed", new NumberForm(0, 2_000_000_000) { Says = "Of everything random on the boards; 1 when left out" }),
        new("service", new TextForm("bank, or an address such as http://127.0.0.1:5080,", @"bank|https?://[^\s]{1,200}") { Says = "Where the story signs in: the demonstration's bank and portal, begun anew for this story; or a service that runs already" }),
        new("tokens", new NamedForm(Token, CommonForms.Name, CommonForms.WantedName, MostTokens), IsNeeded: true),
        new("steps", new ListForm(new MapForm(StepForms.All) { IsSingle = true }, MostSteps), IsNeeded: true));
}
