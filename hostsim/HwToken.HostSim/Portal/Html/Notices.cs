using HwToken.Validation.Errors;

namespace HwToken.HostSim.Portal.Html;

/// <summary>Boxes that tell how something went. A screen reader says them first.</summary>
internal static class Notices
{
    /// <summary>An error with its code, as people read it out to the desk.</summary>
    public static Markup Error(Say say, ServiceError error, string credentialId = "") => Markup.Of($"""
        <div class="notice bad" role="alert"><p class="what">{error.Message(say.Language)}</p>
        <dl>{(credentialId.Length == 0 ? Markup.None : Markup.Of($"<dt>{say.In("クレデンシャルID", "Credential ID")}</dt><dd class=\"id\" data-is=\"credential\">{credentialId}</dd>"))}
        <dt>{say.In("エラーコード", "Error code")}</dt><dd class="id" data-is="error">{error.Code}</dd></dl>
        <p><a href="/help?code={error.Code}">{say.In("原因と対処を確認する", "What is wrong, and what to do")}</a></p></div>
        """);

    /// <summary>An error without a code.</summary>
    public static Markup Bad(string text) => Markup.Of($"""<div class="notice bad" role="alert"><p class="what">{text}</p></div>""");

    /// <summary>It went well.</summary>
    public static Markup Good(string text) => Markup.Of($"""<div class="notice good" role="status" data-is="success"><p class="what">{text}</p></div>""");

    /// <summary>Something to know.</summary>
    public static Markup Info(Markup content) => Markup.Of($"""<div class="notice info">{content}</div>""");
}
