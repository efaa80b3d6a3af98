using System.Reflection;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
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

    /// <summary>Pages name the rooms' files with their versions (<c>asp-append-version</c>), and browsers keep them.</summary>
    /// <param name="services">The host's services, before its pages are registered.</param>
    public static IServiceCollection AddFileVersions(this IServiceCollection services) =>
        services.AddSingleton<RoomFileVersions>().AddSingleton<IFileVersionProvider>(provider => provider.GetRequiredService<RoomFileVersions>());

    /// <summary>Serves a room's files.</summary>
    /// <param name="app">The host.</param>
    /// <param name="room">The room's assembly.</param>
    /// <param name="path">Where they are found; empty: at the root.</param>
    public static void UseFilesOf(this IApplicationBuilder app, Assembly room, string path)
    {
        ArgumentNullException.ThrowIfNull(app);
        IFileProvider files = Of(room);
        RoomFileVersions? versions = app.ApplicationServices.GetService<RoomFileVersions>();
        versions?.Add(path, files);
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            RequestPath = path,

            // Without its version it is asked for again each time (304): another version of the program brings other files at the same address.
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                versions?.IsCurrent(file.Context.Request) == true ? "public, max-age=31536000, immutable" : "no-cache",
        });
    }
}
