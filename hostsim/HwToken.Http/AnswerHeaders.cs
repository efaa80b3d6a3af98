namespace HwToken.Http;

/// <summary>Headers that keep a browser from doing more with an answer than it should.</summary>
public static class AnswerHeaders
{
    /// <summary>Sets them on an answer that has not started: no guessing of types, no framing, no word to other sites of where a person was, no other site's window or page beside it.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="policy">Content-Security-Policy: what the page may load and where its forms may go.</param>
    public static void Set(HttpResponse answer, string policy)
    {
        ArgumentNullException.ThrowIfNull(answer);
        IHeaderDictionary headers = answer.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
