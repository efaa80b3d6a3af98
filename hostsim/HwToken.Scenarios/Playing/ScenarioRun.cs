using HwToken.Provisioning;
using HwToken.Scenarios.Bundles;
using HwToken.Scenarios.Reading;
using HwToken.Scenarios.Services;
using HwToken.Simulator.Screens;

namespace HwToken.Scenarios.Playing;

/// <summary>
/// Plays a scenario on virtual time: it takes no longer than the firmware's instructions, and the same file always runs the same. A service in this process
/// goes by the story's time too.
/// </summary>
public sealed partial class ScenarioRun
{
    private readonly Scenario _scenario;
    private readonly PlaySettings _settings;
    private readonly List<StoryToken> _tokens = [];
    private readonly Dictionary<string, string> _kept = [];
    private readonly StoryRecord _record = new();
    private readonly ServiceTalk _talk;
    private readonly DateTimeOffset _starts;
    private int _step;
    private Action<ScreenReading, bool>? _watcher;

    private ScenarioRun(Scenario scenario, PlaySettings settings, ServiceTalk talk, DateTimeOffset starts)
    {
        _scenario = scenario;
        _settings = settings;
        _talk = talk;
        _starts = starts;
        Now = starts;
    }

    /// <summary>The story's time.</summary>
    internal DateTimeOffset Now { get; private set; }

    /// <summary>Plays a story to its end.</summary>
    /// <param name="scenario">The story.</param>
    /// <param name="settings">What it is played with.</param>
    /// <param name="cancel">Ends it between two steps, or in a long wait.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static Task<ScenarioOutcome> PlayAsync(Scenario scenario, PlaySettings settings, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return PlayAsync(scenario, settings, null, cancel);
    }

    /// <summary>Plays a story, or with <paramref name="replay"/> plays one again: as it began, with the answers that its service gave.</summary>
    internal static async Task<ScenarioOutcome> PlayAsync(Scenario scenario, PlaySettings settings, BundleReplay? replay, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (settings.Port is not null && PortBar.Of(scenario) is { } bar)
        {
            return new ScenarioOutcome(null, bar, null);
        }

        DateTimeOffset starts = replay?.Starts ?? (scenario.BeginsNow ? WholeSecond(settings.Time.GetUtcNow()) : scenario.Root["clock"]?.Moment ?? DefaultStart);
        using var talk = new ServiceTalk(scenario, settings, replay);
        var run = new ScenarioRun(scenario, settings, talk, starts);
        try
        {
            await run.PlayAsync(cancel).ConfigureAwait(false);
            return new ScenarioOutcome(null, null, null);
        }
        catch (ScenarioException e)
        {
            return new ScenarioOutcome(e, null, settings.Port is null ? run.Bundle(e) : null);
        }
        finally
        {
            run._tokens.ForEach(token => token.Dispose());
        }
    }

    /// <summary>Plays a story of one token and tells after each step what its display shows, and whether that is a code not seen before.</summary>
    /// <exception cref="ScenarioException">A step cannot be done.</exception>
    internal static async Task WatchAsync(Scenario scenario, Action<ScreenReading, bool> watcher, CancellationToken cancel)
    {
        using var talk = new ServiceTalk(scenario, new PlaySettings(), null);
        var run = new ScenarioRun(scenario, new PlaySettings(), talk, scenario.Root["clock"]!.Moment) { _watcher = watcher };
        try
        {
            await run.PlayAsync(cancel).ConfigureAwait(false);
        }
        finally
        {
            run._tokens.ForEach(token => token.Dispose());
        }
    }

    private static DateTimeOffset DefaultStart { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static DateTimeOffset WholeSecond(DateTimeOffset moment) => DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds());

    private async Task PlayAsync(CancellationToken cancel)
    {
        if (_settings.Port is null)
        {
            for (int number = 0; number < _scenario.Root["tokens"]!.Pairs.Count; number++)
            {
                cancel.ThrowIfCancellationRequested();
                _tokens.Add(StoryTokens.Make(_scenario, _starts, number));
                _record.Watch(_tokens[^1]);
            }
        }

        await using IAsyncDisposable? service = await _talk.BeginAsync(this, cancel).ConfigureAwait(false);
        foreach (ScenarioNode node in _scenario.Root["steps"]!.Items)
        {
            cancel.ThrowIfCancellationRequested();
            (string verb, ScenarioNode details) = node.Pairs[0];
            _record.Add(Now, null, "step", System.FormattableString.Invariant($"line {node.Line}: {verb}"));
            await StepAsync(verb, details, cancel).ConfigureAwait(false);
            BringTogether(cancel);
            Tell();
            _step++;
        }
    }

    private async Task StepAsync(string verb, ScenarioNode details, CancellationToken cancel)
    {
        try
        {
            await StoryVerbs.All[verb](this, details, cancel).ConfigureAwait(false);
        }
        catch (ProvisioningException e)
        {
            throw details.Wrong(e.Message.TrimEnd('.'));
        }
        catch (Exception e) when (e is TimeoutException or IOException or HttpRequestException or InvalidOperationException or ArgumentException or NotSupportedException)
        {
            throw details.Wrong($"{verb} could not be done: {e.Message.TrimEnd('.')}");
        }
    }

    /// <summary>One step takes its time for all tokens.</summary>
    private void BringTogether(CancellationToken cancel)
    {
        Now = _tokens.Select(token => token.Now).Append(Now).Max();
        foreach (StoryToken token in _tokens)
        {
            token.AdvanceTo(Now, cancel);
            token.Note(_step);
            _record.Look(token);
        }
    }

    /// <summary>A watcher looks as an <c>expect</c> after each change would.</summary>
    private void Tell()
    {
        if (_watcher is not null)
        {
            ScreenReading seen = _tokens[0].Virtual.Read();
            _watcher(seen, seen.Code is { } code && _tokens[0].IsNew(code));
            _tokens[0].Looked(seen.Code, _step);
        }
    }

    /// <summary>The token that a step names; the only one needs no name.</summary>
    internal StoryToken TokenOf(ScenarioNode details)
    {
        ScenarioNode? named = details.Kind switch
        {
            NodeKind.Map => details["token"],
            NodeKind.Text => details,
            _ => null,
        };
        return named is null ? OnlyToken(details) : TokenNamed(named, named.Text);
    }

    private StoryToken OnlyToken(ScenarioNode at) => _tokens.Count == 1 ? _tokens[0] : throw at.Wrong($"there are several tokens: name one with 'token' ({Names})");

    private StoryToken TokenNamed(ScenarioNode at, string name) => _tokens.Find(token => token.Name == name) ?? throw at.Wrong(
        NearWord.Of(name, _tokens.Select(token => token.Name)) is { } near ? $"there is no token '{name}'; did you mean '{near}'? There are {Names}" : $"there is no token '{name}'; there are {Names}");

    private string Names => string.Join(", ", _tokens.Select(token => token.Name));

    private ScenarioBundle Bundle(ScenarioException problem) => ScenarioBundle.Of(_scenario, problem, _starts, _record, _tokens, _talk.Answers);
}
