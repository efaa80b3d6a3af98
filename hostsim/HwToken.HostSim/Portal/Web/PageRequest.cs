using HwToken.HostSim.Portal.Html;
using Microsoft.AspNetCore.Antiforgery;

namespace HwToken.HostSim.Portal.Web;

/// <summary>One request for a page: language, fields, anti-forgery.</summary>
internal sealed class PageRequest(HttpContext context, Say say, IFormCollection? form)
{
    private const int MaxText = 64;

    public HttpContext Context { get; } = context;

    public Say Say { get; } = say;

    public IFormCollection? Form { get; } = form;

    public CancellationToken Cancel => Context.RequestAborted;

    /// <summary>The service that the page belongs to is asked for by type.</summary>
    public T The<T>()
        where T : notnull => Context.RequestServices.GetRequiredService<T>();

    /// <summary>A typed field; empty when it is missing. No more than 64 characters are looked at.</summary>
    public string Field(string name) => Cut(Form?[name].ToString() ?? "");

    /// <summary>A value of the query; empty when it is missing.</summary>
    public string Query(string name) => Cut(Context.Request.Query[name].ToString());

    /// <summary>A form that posts to a path of ours, with its anti-forgery token.</summary>
    public Markup FormTo(string path, Markup content, bool isFile = false) => Markup.Of($"""
        <form method="post" action="{path}"{(isFile ? Markup.Of($" enctype=\"multipart/form-data\"") : Markup.None)}>
        <input type="hidden" name="{PageRoutes.ForgeryField}" value="{The<IAntiforgery>().GetAndStoreTokens(Context).RequestToken}">
        {content}</form>
        """);

    private static string Cut(string text) => text.Length <= MaxText ? text : text[..MaxText];
}
