using System.Globalization;
using NanoBoard;
using HwToken.Simulator.Screens;

namespace HwToken.Simulator.Scenarios;

/// <content>What is looked at.</content>
public sealed partial class ScenarioRun
{
    private void Expect(ScenarioNode details)
    {
        VirtualToken token = TokenOf(details, "code", "screen", "error", "state");
        string[] kinds = [.. details.Keys.Where(key => key != "token")];
        if (kinds.Length == 0)
        {
            throw details.Wrong("say what to expect: code, screen, error or state");
        }

        ScreenReading seen = token.Read();
        foreach (string kind in kinds)
        {
            ScenarioNode wanted = details.Need(kind);
            string? found = kind switch
            {
                "code" => wanted.Text == "any" && seen.Code is not null ? "any" : seen.Code,
                "error" => seen.Error?.ToString(CultureInfo.InvariantCulture),
                "state" => StateOf(token),
                _ => FoundOn(seen, wanted),
            };
            string wantedText = kind == "error" ? wanted.Text.TrimStart('E') : kind == "screen" ? string.Join(" / ", wanted.Texts) : wanted.Text;
            if (found != wantedText)
            {
                throw wanted.Wrong($"wanted {kind} {wantedText}, seen: the display is {seen.Describe()}, the token is {StateOf(token)}");
            }
        }
    }

    /// <summary>Each wanted line stands on the display somewhere, in this order; <c>dark</c> is a dark one.</summary>
    private static string? FoundOn(ScreenReading seen, ScenarioNode wanted)
    {
        if (wanted.Texts is ["dark"])
        {
            return seen.Content == ScreenContent.Dark ? "dark" : null;
        }

        int at = 0;
        foreach (string line in wanted.Texts)
        {
            at = Enumerable.Range(at, seen.Lines.Count - at).FirstOrDefault(n => seen.Lines[n].Contains(line, StringComparison.Ordinal), -2) + 1;
            if (at < 0)
            {
                return null;
            }
        }

        return string.Join(" / ", wanted.Texts);
    }

    private static string StateOf(VirtualToken token) => token.Board.State switch
    {
        BoardState.Off => "off",
        BoardState.Asleep => "asleep",
        BoardState.Hung => "hung",
        _ => "awake",
    };
}
