using Microsoft.AspNetCore.Mvc;

namespace HwToken.HostSim.Portal.Web;

/// <summary>Sends the browser to a path of this program (303: always with GET).</summary>
internal sealed class SeeOther : IActionResult
{
    /// <summary>Paths come from the source, never from a request: no open redirect.</summary>
    public SeeOther(string path) => Path = path is ['/', not ('/' or '\\'), ..] ? path : throw new ArgumentException("a path of our own", nameof(path));

    public string Path { get; }

    public Task ExecuteResultAsync(ActionContext context)
    {
        context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.HttpContext.Response.Headers.Location = Path;
        return Task.CompletedTask;
    }
}
