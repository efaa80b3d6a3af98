namespace HwToken.Http;

/// <summary>The one look of all pages (<c>wwwroot</c>): colours, type, header, print, the mark, the dark switch.</summary>
public static class Look
{
    /// <summary>Where its files are found.</summary>
    public const string Path = "/look";

    /// <summary>Serves them.</summary>
    /// <param name="app">The host.</param>
    public static void UseLook(this IApplicationBuilder app) => app.UseFilesOf(typeof(Look).Assembly, Path);
}
