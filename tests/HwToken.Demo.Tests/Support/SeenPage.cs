using System.Net;
using System.Text.RegularExpressions;

namespace HwToken.Demo.Tests.Support;

/// <summary>A page as it came.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Path">Where it came from in the end.</param>
/// <param name="Html">Its source.</param>
internal sealed record SeenPage(HttpStatusCode Status, string Path, string Html)
{
    /// <summary>Path and query that it came from in the end.</summary>
    public string Address { get; init; } = "";

    /// <summary>The anti-forgery token of its first form.</summary>
    public string Forgery => Regex.Match(Html, "name=\"forgery\"[^>]* value=\"([^\"]*)\"").Groups[1].Value;

    /// <summary>Its source with the entities read.</summary>
    public string Words => WebUtility.HtmlDecode(Html);

    public static async Task<SeenPage> ReadAsync(HttpResponseMessage answer) =>
        new(answer.StatusCode, answer.RequestMessage!.RequestUri!.AbsolutePath, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)) { Address = answer.RequestMessage.RequestUri.PathAndQuery };

    /// <summary>Values of a <c>data-</c> attribute.</summary>
    public IReadOnlyList<string> Marks(string name) => [.. Regex.Matches(Html, $"data-{name}=\"([^\"]*)\"").Select(match => match.Groups[1].Value)];

    /// <summary>Text of the first element with this <c>data-is</c>; empty when there is none.</summary>
    public string Text(string what) => Regex.Match(Html, $"data-is=\"{what}\"[^>]*>([^<]*)<").Groups[1].Value.Trim();
}
