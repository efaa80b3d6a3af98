using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Logging;

namespace HwToken.Browser.Site;

/// <summary>A plain file server that sends precompressed files where a browser takes them, with the site somewhere below its root.</summary>
internal sealed class StaticServer : IAsyncDisposable
{
    private const string Where = "/some/where";

    private readonly FileExtensionContentTypeProvider _types = new();
    private readonly string _folder;
    private WebApplication? _host;

    private StaticServer(string folder) => _folder = folder;

    public Uri Url { get; private set; } = null!;

    /// <summary>What was sent, each file once: bytes on the wire, and whether they were compressed beforehand.</summary>
    public ConcurrentDictionary<string, (long Bytes, bool IsBrotli)> Sent { get; } = [];

    public static async Task<StaticServer> StartAsync(string folder)
    {
        var server = new StaticServer(folder);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        server._host = builder.Build();
        server._host.Run(server.AnswerAsync);
        await server._host.StartAsync(TestContext.Current.CancellationToken);
        server.Url = new Uri(new Uri(server._host.Urls.Single()), Where + "/");
        return server;
    }

    /// <summary>Nobody answers any more.</summary>
    public async Task StopAsync()
    {
        if (_host is { } host)
        {
            _host = null;
            await host.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        string name = context.Request.Path.StartsWithSegments(Where, out PathString rest) ? rest.Value!.TrimStart('/') : "/";
        name = name.Length == 0 ? "index.html" : name;
        string path = Path.Combine(_folder, name);
        if (!Path.GetFullPath(path).StartsWith(_folder, StringComparison.Ordinal) || !File.Exists(path))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = _types.TryGetContentType(path, out string? type) ? type : "application/octet-stream";
        bool isBrotli = context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal) && File.Exists(path + ".br");
        if (isBrotli)
        {
            context.Response.Headers.ContentEncoding = "br";
            path += ".br";
        }

        Sent[name] = (new FileInfo(path).Length, isBrotli);
        await context.Response.SendFileAsync(path);
    }
}
