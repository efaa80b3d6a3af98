namespace HwToken.Simulator.Scenarios;

/// <summary>Plays a scenario: on virtual time, so it takes no longer than the firmware's instructions, and the same file always runs the same.</summary>
public sealed partial class ScenarioRun
{
    private readonly Dictionary<string, VirtualToken> _tokens;
    private DateTimeOffset _now;

    private ScenarioRun(Scenario scenario)
    {
        _now = scenario.Starts;
        int number = 0;
        _tokens = scenario.Tokens.ToDictionary(token => token.Key, token => ScenarioTokens.Make(scenario, token.Value, number++));
    }

    /// <summary>What the steps do.</summary>
    internal static IReadOnlyDictionary<string, Action<ScenarioRun, ScenarioNode>> Verbs { get; } = new Dictionary<string, Action<ScenarioRun, ScenarioNode>>
    {
        ["press"] = (run, details) => run.Hold(run.TokenOf(details), VirtualToken.PressLength),
        ["hold"] = (run, details) => run.Hold(run.TokenOf(details, "for"), details.Need("for").Span()),
        ["wait"] = (run, details) => run.Wait(details),
        ["expect"] = (run, details) => run.Expect(details),
        ["power"] = (run, details) => Power(run.TokenOf(details, "on"), details.Need("on").Flag()),
        ["reset"] = (run, details) => run.TokenOf(details).Board.Reset(),
        ["fault"] = (run, details) => Fault(run.TokenOf(details, "name", "on"), details),
        ["cut"] = (run, details) => Cut(run.TokenOf(details, "at", "mode"), details),
        ["drift"] = (run, details) => Drift(run.TokenOf(details, "by", "ppm"), details),
        ["provision"] = (run, details) => run.Provision(details),
    };

    /// <summary>Plays it to its end.</summary>
    /// <exception cref="ScenarioException">A step did not bring what it says; the message says where and what was seen.</exception>
    public static void Play(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var run = new ScenarioRun(scenario);
        try
        {
            foreach (ScenarioStep step in scenario.Steps)
            {
                Verbs[step.Verb](run, step.Details);
                run.BringTogether();
            }
        }
        finally
        {
            foreach (VirtualToken token in run._tokens.Values)
            {
                token.Board.Dispose();
            }
        }
    }

    /// <summary>The token that a step names; the only one needs no name.</summary>
    private VirtualToken TokenOf(ScenarioNode details, params string[] others)
    {
        if (details.IsMap)
        {
            details.Only(["token", .. others]);
        }

        ScenarioNode? named = details.IsMap ? details["token"] : details;
        if (named is null or { Text: "" })
        {
            return _tokens.Count == 1 ? _tokens.Values.Single() : throw details.Wrong("there are several tokens: name one with 'token'");
        }

        return _tokens.TryGetValue(named.Text, out VirtualToken? token) ? token : throw named.Wrong($"there is no token '{named.Text}'; there are {string.Join(", ", _tokens.Keys)}");
    }

    /// <summary>One step takes its time for all tokens.</summary>
    private void BringTogether()
    {
        _now = _tokens.Values.Select(token => token.Now).Append(_now).Max();
        foreach (VirtualToken token in _tokens.Values.Where(token => token.Now < _now))
        {
            token.AdvanceTo(_now);
        }
    }
}
