namespace HwToken.Service.Portal.Web;

/// <summary>A posted file that lies on the disk sealed (<see cref="Pskc.SpoolStream"/>).</summary>
/// <param name="content">Its bytes; goes with the request.</param>
/// <param name="name">Name of the field.</param>
/// <param name="fileName">Name that the browser gave it; tells nothing reliable.</param>
internal sealed class SealedFile(Stream content, string name, string fileName) : IFormFile
{
    public string ContentType => "application/octet-stream";

    public string ContentDisposition => "";

    public IHeaderDictionary Headers { get; } = new HeaderDictionary();

    public long Length => content.Length;

    public string Name => name;

    public string FileName => fileName;

    /// <summary>The one stream there is, from its beginning: whoever opens it again moves it for everybody.</summary>
    public Stream OpenReadStream()
    {
        content.Position = 0;
        return content;
    }

    public void CopyTo(Stream target) => OpenReadStream().CopyTo(target);

    public Task CopyToAsync(Stream target, CancellationToken cancellationToken = default) => OpenReadStream().CopyToAsync(target, cancellationToken);
}
