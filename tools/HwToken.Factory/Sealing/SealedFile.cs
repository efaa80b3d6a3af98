namespace HwToken.Factory.Sealing;

/// <summary>A seed file that was written for a lot.</summary>
/// <param name="Path">Where it was written to.</param>
/// <param name="Sha256">Hash of the file, hex digits.</param>
/// <param name="Profile">Portable or Strong.</param>
/// <param name="Count">How many credentials.</param>
/// <param name="IdsSha256">Hash of its IDs in order, each ended by LF, hex digits.</param>
public sealed record SealedFile(string Path, string Sha256, string Profile, int Count, string IdsSha256)
{
    /// <summary>What seed files in a lot's folder end in.</summary>
    public const string Extension = ".pskcxml";
}
