using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.FileProviders;

namespace HwToken.Http;

/// <summary>
/// What <c>asp-append-version</c> adds to the addresses of the rooms' files: <c>v</c>, made of the content. A browser keeps such a file and does not ask
/// for it again on each page; another version of the program has another address.
/// </summary>
internal sealed class RoomFileVersions : IFileVersionProvider
{
    private const string Key = "v";

    private readonly List<(PathString Path, IFileProvider Files)> places = [];
    // By the addresses that our pages name, and not by those that somebody asks for: there is no end of these.
    private readonly ConcurrentDictionary<string, string?> versions = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string AddFileVersionToPath(PathString requestPathBase, string path) =>
        versions.GetOrAdd(path, Compute) is { } version ? QueryHelpers.AddQueryString(path, Key, version) : path;

    /// <summary>Files that lie at this path from now on.</summary>
    public void Add(PathString path, IFileProvider files) => places.Add((path, files));

    /// <summary>Whether an address names the content that lies there now: an open page of another version asks for what is no more.</summary>
    public bool IsCurrent(HttpRequest asked) => asked.Query[Key] is [{ Length: > 0 } version] && version == Compute(asked.Path.Value!);

    private string? Compute(string path)
    {
        foreach ((PathString place, IFileProvider files) in places)
        {
            if (new PathString(path).StartsWithSegments(place, out PathString rest) && files.GetFileInfo(rest.Value!) is { Exists: true } file)
            {
                using Stream content = file.CreateReadStream();
                return WebEncoders.Base64UrlEncode(SHA256.HashData(content)[..9]);
            }
        }

        return null;
    }
}
