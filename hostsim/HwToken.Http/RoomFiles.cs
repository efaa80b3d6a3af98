using System.Reflection;
using Microsoft.Extensions.FileProviders;

namespace HwToken.Http;

/// <summary>The files that a room carries in its assembly (<c>wwwroot</c>): found from any current directory, and in a publication of one file.</summary>
public static class RoomFiles
{
    /// <summary>A room's files, by their paths below <c>wwwroot</c>.</summary>
    /// <param name="room">The room's assembly.</param>
    public static IFileProvider Of(Assembly room)
    {
        ArgumentNullException.ThrowIfNull(room);
        return new EmbeddedFileProvider(room, $"{room.GetName().Name}.wwwroot");
    }

    /// <summary>Serves a room's files.</summary>
    /// <param name="app">The host.</param>
    /// <param name="room">The room's assembly.</param>
    /// <param name="path">Where they are found; empty: at the root.</param>
    public static void UseFilesOf(this IApplicationBuilder app, Assembly room, string path) => app.UseStaticFiles(new StaticFileOptions
    {
        FileProvider = Of(room),
        RequestPath = path,

        // Asked for again each time (304): another version of the program brings other files at the same address.
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
    });
}
