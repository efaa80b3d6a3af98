using HwToken.Http;
using Microsoft.Extensions.FileProviders;

namespace HwToken.TokenPage;

/// <summary>The page's files. They are inside the assembly.</summary>
internal static class PageFiles
{
    /// <summary>The files by their paths below <c>wwwroot</c>.</summary>
    public static IFileProvider All { get; } = RoomFiles.Of(typeof(PageFiles).Assembly);

    /// <summary>A file as text.</summary>
    public static string Read(string path)
    {
        using var reader = new StreamReader(All.GetFileInfo(path).CreateReadStream());
        return reader.ReadToEnd();
    }
}
