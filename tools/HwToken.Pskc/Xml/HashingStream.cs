using System.Security.Cryptography;

namespace HwToken.Pskc.Xml;

/// <summary>Swallows what is written and keeps its hash.</summary>
internal sealed class HashingStream(HashAlgorithmName algorithm) : SequentialStream(reads: false)
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(algorithm);

    public byte[] GetHash() => hash.GetHashAndReset();

    public override void Write(ReadOnlySpan<byte> buffer) => hash.AppendData(buffer);

    protected override void Dispose(bool disposing)
    {
        hash.Dispose();
        base.Dispose(disposing);
    }
}
