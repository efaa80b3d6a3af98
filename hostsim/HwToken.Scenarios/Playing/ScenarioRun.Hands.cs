using HwToken.Scenarios.Reading;
using HwToken.Simulator;

namespace HwToken.Scenarios.Playing;

/// <content>What hands do, and the time that passes.</content>
public sealed partial class ScenarioRun
{
    private static readonly TimeSpan LongestHold = TimeSpan.FromMinutes(10);

    internal void Press(ScenarioNode step)
    {
        StoryToken token = TokenOf(step);
        string? code = token.Virtual.Press().Code;
        if (step["as"] is { } name)
        {
            _kept[name.Text] = code ?? throw name.Wrong($"there is no code to keep: the display is {token.Virtual.Read().Describe()}");
        }
    }

    internal void Hold(ScenarioNode step)
    {
        TimeSpan length = step["for"]!.Span;
        if (length > LongestHold)
        {
            throw step.Wrong("nobody holds a button for more than 10 minutes: there is the fault buttonStuck");
        }

        TokenOf(step).Virtual.Hold(length);
    }

    internal void Button(ScenarioNode step)
    {
        StoryToken token = TokenOf(step);
        if (step["down"]!.IsTrue)
        {
            token.Board.Button.Down();
        }
        else
        {
            token.Board.Button.Up();
        }
    }

    internal void Power(ScenarioNode step)
    {
        StoryToken token = TokenOf(step);
        if (!step["on"]!.IsTrue)
        {
            token.Board.CutPower();
        }
        else if (step["settle"] is { IsTrue: false })
        {
            token.Board.ConnectPower();
        }
        else
        {
            token.Virtual.PowerOn();
        }
    }

    internal async Task WaitAsync(ScenarioNode step, CancellationToken cancel)
    {
        TimeSpan span = step.Span;
        if (_settings.Port is not null)
        {
            await Task.Delay(span, _settings.Time, cancel).ConfigureAwait(false);
            return;
        }

        if (span > PressRun.Latest - Now)
        {
            throw step.Wrong("the clock chip knows no time after 2199");
        }

        Now += span;
    }
}
