using HwToken.Pskc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace HwToken.Service.Portal.Web;

/// <summary>Reads a posted form with one file. The framework's reader would hold the file in memory, or leave it on the disk as it came.</summary>
internal static class SealedFormReader
{
    private const int MaxBoundary = 128;

    /// <summary>Whether a request brings such a form.</summary>
    public static bool IsMultipart(HttpRequest request) => Boundary(request) is not null;

    /// <summary>Reads the form; its file goes with the request.</summary>
    /// <exception cref="InvalidDataException">It is none, or has more fields or files than it may.</exception>
    /// <exception cref="PskcException">The file is larger than seed files may be.</exception>
    public static async Task<IFormCollection> ReadAsync(HttpContext context)
    {
        var reader = new MultipartReader(Boundary(context.Request) ?? throw new InvalidDataException("no form with a file"), context.Request.Body);
        var fields = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        var files = new FormFileCollection();
        while (await reader.ReadNextSectionAsync(context.RequestAborted).ConfigureAwait(false) is { } section)
        {
            if (fields.Count + files.Count >= FormLimits.MaxValues || section.GetContentDispositionHeader() is not { } header)
            {
                throw new InvalidDataException("more fields than a form of ours has, or one without a name");
            }

            string name = HeaderUtilities.RemoveQuotes(header.Name).ToString();
            if (!header.IsFileDisposition())
            {
                fields[name] = await TextAsync(section.Body, context.RequestAborted).ConfigureAwait(false);
            }
            else if (files.Count == 0)
            {
                SpoolStream file = await SpoolStream.TakeAsync(section.Body, cancellation: context.RequestAborted).ConfigureAwait(false);
                context.Response.RegisterForDisposeAsync(file);
                files.Add(new SealedFile(file, name, HeaderUtilities.RemoveQuotes(header.FileName).ToString()));
            }
            else
            {
                throw new InvalidDataException("more than one file");
            }
        }

        return new FormCollection(fields, files);
    }

    private static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= MaxBoundary } boundary
            ? boundary.ToString()
            : null;

    private static async Task<string> TextAsync(Stream body, CancellationToken cancel)
    {
        byte[] text = new byte[FormLimits.MaxBytes + 1];
        int length = await body.ReadAtLeastAsync(text, text.Length, throwOnEndOfStream: false, cancel).ConfigureAwait(false);
        return length <= FormLimits.MaxBytes ? System.Text.Encoding.UTF8.GetString(text, 0, length) : throw new InvalidDataException("a field is too long");
    }
}
