using Microsoft.AspNetCore.Mvc;

namespace HwToken.Service.Portal.Web;

/// <summary>Sends the browser to a path of this program (303: always with GET).</summary>
public sealed class SeeOther : IActionResult
{
    /// <summary>Paths come from the source, never from a request: no open redirect.</summary>
    /// <param name="path">The path; begins with one slash.</param>
    public SeeOther(string path) => Path = path is ['/', not ('/' or '\\'), ..] ? path : throw new ArgumentException("a path of our own", nameof(path));

    /// <summary>Where to.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.HttpContext.Response.Headers.Location = Path;
        return Task.CompletedTask;
    }
}
