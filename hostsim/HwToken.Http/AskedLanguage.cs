using Microsoft.Net.Http.Headers;

namespace HwToken.Http;

/// <summary>Which of the two languages somebody reads: the one chosen on a page, else what the browser or program asks for (RFC 9110, 12.5.4), else English. The same for pages, API and token page.</summary>
public static class AskedLanguage
{
    /// <summary>Japanese.</summary>
    public const string Japanese = "ja";

    /// <summary>English.</summary>
    public const string English = "en";

    /// <summary>Name of the cookie with the language that was chosen on a page.</summary>
    public const string Cookie = "hwtoken-language";

    private static readonly string[] Known = [English, Japanese];

    /// <summary>Whether it is one of the two.</summary>
    /// <param name="word">A word of a cookie or a query.</param>
    public static bool IsKnown(string? word) => word is Japanese or English;

    /// <summary>The language of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns><see cref="Japanese"/> or <see cref="English"/>.</returns>
    public static string Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string? chosen = request.Cookies[Cookie];
        return IsKnown(chosen) ? chosen! : Of(request.Headers.AcceptLanguage);
    }

    /// <summary>The better of the two by the weights of <c>Accept-Language</c>; of two as good the one that is named first. What cannot be read counts as not sent.</summary>
    /// <param name="acceptLanguage">Values of the header.</param>
    /// <returns><see cref="Japanese"/> or <see cref="English"/>.</returns>
    public static string Of(IList<string> acceptLanguage)
    {
        ArgumentNullException.ThrowIfNull(acceptLanguage);
        if (!StringWithQualityHeaderValue.TryParseList(acceptLanguage, out IList<StringWithQualityHeaderValue>? asked))
        {
            return English;
        }

        (string Language, double Weight, int Place)[] found = [.. Known.Select(language => Weigh(language, asked))];
        return found.OrderByDescending(one => one.Weight).ThenBy(one => one.Place).First().Language;
    }

    /// <summary>What a language is worth: its own weight (that of its best region), else that of <c>*</c>, else a little, so that what is named with a weight of 0 comes last.</summary>
    private static (string Language, double Weight, int Place) Weigh(string language, IList<StringWithQualityHeaderValue> asked)
    {
        const double Unnamed = 0.0001;
        (double Weight, int Place)? own = Best(asked, range => range.Equals(language, StringComparison.OrdinalIgnoreCase) || range.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase));
        (double weight, int place) = own ?? Best(asked, range => range == "*") ?? (Unnamed, int.MaxValue);
        return (language, weight, place);
    }

    private static (double Weight, int Place)? Best(IList<StringWithQualityHeaderValue> asked, Func<string, bool> fits)
    {
        (double Weight, int Place)? best = null;
        for (int place = 0; place < asked.Count; place++)
        {
            double weight = asked[place].Quality ?? 1;
            if (fits(asked[place].Value.ToString()) && (best is null || weight > best.Value.Weight))
            {
                best = (weight, place);
            }
        }

        return best;
    }
}
