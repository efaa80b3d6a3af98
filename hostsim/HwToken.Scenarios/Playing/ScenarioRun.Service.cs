using System.Text.RegularExpressions;
using HwToken.Scenarios.Reading;

namespace HwToken.Scenarios.Playing;

/// <content>The service, over HTTP as a browser without scripts.</content>
public sealed partial class ScenarioRun
{
    internal Task OpenAsync(ScenarioNode step, CancellationToken cancel) => _talk.OpenAsync(step, Fill(step, step), cancel);

    internal async Task SignInAsync(ScenarioNode step, CancellationToken cancel)
    {
        string? at = step["at"] is { } where ? Fill(step, where) : null;
        Dictionary<string, string> headers = Fill(step, "headers");
        if (step["json"] is { } json)
        {
            await _talk.PostJsonAsync(json, at ?? throw step.Wrong("'at' is missing here: where does the JSON go?"), Fill(step, "json"), headers, cancel).ConfigureAwait(false);
            return;
        }

        Dictionary<string, string> fields = Fill(step, "fields");
        if (at is not null)
        {
            await _talk.OpenAsync(step, at, cancel).ConfigureAwait(false);
        }

        await _talk.SendFormAsync(step["fields"]!, fields, headers, cancel).ConfigureAwait(false);
    }

    private Dictionary<string, string> Fill(ScenarioNode step, string key) =>
        step[key]?.Pairs.ToDictionary(pair => pair.Key, pair => Fill(step, pair.Value)) ?? [];

    /// <summary>A text of the story with what stands in braces filled in.</summary>
    private string Fill(ScenarioNode step, ScenarioNode text) => Placeholder().Replace(text.Text, match => Filled(step, text, match.Groups[1].Value, match.Groups[2].Value));

    private string Filled(ScenarioNode step, ScenarioNode at, string word, string of)
    {
        StoryToken Meant() => of.Length > 0 ? TokenNamed(at, of) : TokenOf(step);
        return word switch
        {
            "code" => Meant() is var token && token.Virtual.Read() is var seen && seen.Code is { } code ? code : throw at.Wrong($"there is no code to type: the display of {token.Name} is {seen.Describe()}"),
            "id" => Meant().Virtual.StoredCredential?.Id ?? throw at.Wrong("the token is blank: it has no credential ID"),
            "env" => _talk.FromEnvironment(of) ?? throw at.Wrong($"the environment variable {of} is not set. Set it, or write another value"),
            _ when _kept.TryGetValue(word, out string? kept) => kept,
            _ when _talk.Words.TryGetValue(word, out string? own) => own,
            _ when _talk.IsReplay => $"{{{word}}}",
            _ => throw at.Wrong("in braces: " + NearWord.Sentence(word, ["code", "id", "env:NAME", .. _kept.Keys, .. _talk.Words.Keys])),
        };
    }

    [GeneratedRegex(@"\{([A-Za-z][A-Za-z0-9_-]*)(?::([A-Za-z0-9_-]+))?\}")]
    private static partial Regex Placeholder();
}
