using System.Globalization;
using HwToken.Scenarios.Reading;
using HwToken.Simulator.Screens;
using NanoBoard;

namespace HwToken.Scenarios.Playing;

/// <content>What is looked at.</content>
public sealed partial class ScenarioRun
{
    private static readonly string[] OfToken = ["code", "screen", "error", "state"];

    internal void Expect(ScenarioNode step)
    {
        _talk.Expect(step);
        if (Array.TrueForAll(OfToken, key => step[key] is null))
        {
            return;
        }

        StoryToken token = TokenOf(step);
        ScreenReading seen = token.Note(_step);
        foreach ((string kind, ScenarioNode wanted) in step.Pairs)
        {
            bool holds = kind switch
            {
                "code" => HasCode(token, seen.Code, wanted.Text),
                "error" => ErrorOf(seen) == wanted.Text,
                "state" => StateOf(token.Board.State) == wanted.Text,
                "screen" => Shows(seen, wanted.Texts),
                _ => true,
            };
            if (!holds)
            {
                throw wanted.Wrong($"wanted {kind} {string.Join(" / ", wanted.Texts)}, seen: the display is {seen.Describe()}, the token {token.Name} is {StateOf(token.Board.State)}");
            }
        }

        token.Looked(seen.Code, _step);
    }

    /// <summary>Each of the texts stands in a line of the display, in this order.</summary>
    internal static bool Shows(ScreenReading seen, IReadOnlyList<string> wanted)
    {
        if (wanted is ["dark"])
        {
            return seen.Content == ScreenContent.Dark;
        }

        int at = 0;
        foreach (string words in wanted)
        {
            while (at < seen.Lines.Count && !seen.Lines[at].Contains(words, StringComparison.Ordinal))
            {
                at++;
            }

            if (at++ >= seen.Lines.Count)
            {
                return false;
            }
        }

        return true;
    }

    internal static string StateOf(BoardState state) => state switch
    {
        BoardState.Off => "off",
        BoardState.Asleep => "asleep",
        BoardState.Hung => "hung",
        _ => "awake",
    };

    internal static string ErrorOf(ScreenReading seen) => seen.Error is { } error ? "E" + error.ToString(CultureInfo.InvariantCulture) : "none";

    private static bool HasCode(StoryToken token, string? code, string wanted) => code is not null && wanted switch
    {
        "any" => true,
        "new" => token.IsNew(code),
        "same" => token.IsSame(code),
        _ => code == wanted,
    };
}
