namespace HwToken.HostSim.Portal.Html;

/// <summary>Form fields: each with a label of its own, its hint tied to it, and at least 44 px to hit.</summary>
internal static class Fields
{
    /// <summary>Longest text that a field takes; the server looks at no more either.</summary>
    private const int MaxText = 64;

    /// <summary>A credential ID.</summary>
    public static Markup CredentialId(Say say, string name, string label, string value = "", bool focus = false) => Text(
        name, label, value, say.In("トークン裏面の12文字(例: DPHT12345678)", "The 12 characters on the back, such as DPHT12345678"), "off", focus, "characters");

    /// <summary>A security code. The value is never sent back to the page.</summary>
    public static Markup Code(Say say, string name, string label, bool focus = false, bool required = true) => Markup.Of($"""
        <div class="field"><label for="{name}">{label}</label>
        <input id="{name}" name="{name}" class="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="{MaxText}"{(required ? Markup.Of($" required") : Markup.None)} aria-describedby="{name}-hint" data-keyboard="digits"{Focus(focus)}>
        <p class="hint" id="{name}-hint">{say.In("6桁の数字。先頭の0も入力してください", "Six digits, leading zeros too")}</p></div>
        """);

    /// <summary>A password. The value is never sent back to the page.</summary>
    public static Markup Password(string name, string label, string autocomplete = "current-password", string hint = "") => Markup.Of($"""
        <div class="field"><label for="{name}">{label}</label>
        <input id="{name}" name="{name}" type="password" autocomplete="{autocomplete}" maxlength="{MaxText}" required data-keyboard="text"{Described(name, hint)}>
        {Hint(name, hint)}</div>
        """);

    /// <summary>A line of text.</summary>
    public static Markup Text(string name, string label, string value = "", string hint = "", string autocomplete = "off", bool focus = false, string capitals = "none", bool required = true) => Markup.Of($"""
        <div class="field"><label for="{name}">{label}</label>
        <input id="{name}" name="{name}" type="text" value="{value}" autocomplete="{autocomplete}" autocapitalize="{capitals}" spellcheck="false" maxlength="{MaxText}"{(required ? Markup.Of($" required") : Markup.None)}{Described(name, hint)}{Focus(focus)}>
        {Hint(name, hint)}</div>
        """);

    /// <summary>A button that sends its form.</summary>
    public static Markup Submit(string label, string kind = "primary", string name = "", string value = "") => name.Length == 0
        ? Markup.Of($"""<button type="submit" class="button {kind}">{label}</button>""")
        : Markup.Of($"""<button type="submit" class="button {kind}" name="{name}" value="{value}">{label}</button>""");

    /// <summary>A link that looks like a button.</summary>
    public static Markup Link(string path, string label, string kind = "plain") => Markup.Of($"""<a class="button {kind}" href="{path}">{label}</a>""");

    private static Markup Described(string name, string hint) => hint.Length == 0 ? Markup.None : Markup.Of($" aria-describedby=\"{name}-hint\"");

    private static Markup Hint(string name, string hint) => hint.Length == 0 ? Markup.None : Markup.Of($"<p class=\"hint\" id=\"{name}-hint\">{hint}</p>");

    private static Markup Focus(bool focus) => focus ? Markup.Of($" autofocus") : Markup.None;
}
