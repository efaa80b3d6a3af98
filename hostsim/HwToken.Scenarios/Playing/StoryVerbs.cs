using HwToken.Scenarios.Reading;

namespace HwToken.Scenarios.Playing;

/// <summary>What the steps do. Their forms stand in <see cref="Forms.StepForms"/>.</summary>
internal static class StoryVerbs
{
    /// <summary>By the step's key.</summary>
    public static IReadOnlyDictionary<string, Func<ScenarioRun, ScenarioNode, CancellationToken, Task>> All { get; } = new Dictionary<string, Func<ScenarioRun, ScenarioNode, CancellationToken, Task>>
    {
        ["press"] = Now((run, step) => run.Press(step)),
        ["hold"] = Now((run, step) => run.Hold(step)),
        ["button"] = Now((run, step) => run.Button(step)),
        ["wait"] = (run, step, cancel) => run.WaitAsync(step, cancel),
        ["expect"] = Now((run, step) => run.Expect(step)),
        ["power"] = Now((run, step) => run.Power(step)),
        ["reset"] = Now((run, step) => run.TokenOf(step).Board.Reset()),
        ["fault"] = Now((run, step) => StoryFaults.Switch(run.TokenOf(step).Board, step)),
        ["cut"] = Now((run, step) => StoryFaults.Cut(run.TokenOf(step).Board, step)),
        ["throw"] = Now((run, step) => StoryFaults.Throw(run.TokenOf(step).Board, step)),
        ["drift"] = Now((run, step) => StoryFaults.Drift(run.TokenOf(step).Board, step)),
        ["set-clock"] = Now((run, step) => StoryFaults.SetClock(run.TokenOf(step).Board)),
        ["battery"] = Now((run, step) => run.TokenOf(step).SetBattery((int)(1000 * step["volts"]!.Number!.Value))),
        ["flash"] = Now((run, step) => StoryFaults.ChangeFlash(run.TokenOf(step).Board.Flash, step)),
        ["provision"] = (run, step, cancel) => run.ProvisionAsync(step, cancel),
        ["erase"] = (run, step, cancel) => run.EraseAsync(step, cancel),
        ["line"] = (run, step, cancel) => run.SendLineAsync(step, cancel),
        ["open"] = (run, step, cancel) => run.OpenAsync(step, cancel),
        ["sign-in"] = (run, step, cancel) => run.SignInAsync(step, cancel),
    };

    /// <summary>What can be done to a token in the hand over its line alone: nobody presses its button.</summary>
    public static IReadOnlyList<string> OverPort { get; } = ["wait", "provision", "erase", "line"];

    private static Func<ScenarioRun, ScenarioNode, CancellationToken, Task> Now(Action<ScenarioRun, ScenarioNode> act) => (run, step, _) =>
    {
        act(run, step);
        return Task.CompletedTask;
    };
}
