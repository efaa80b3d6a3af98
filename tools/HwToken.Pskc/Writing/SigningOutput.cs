using System.Security.Cryptography;
using HwToken.Pskc.Xml;

namespace HwToken.Pskc.Writing;

/// <summary>Passes bytes on and hashes them. What follows the signature in the file must be hashed before the signature can be made: it is held back meanwhile.</summary>
internal sealed class SigningOutput(Stream target) : SequentialStream(reads: false)
{
    private readonly HashingStream hash = new(HashAlgorithmName.SHA256);
    private readonly MemoryStream held = new();

    /// <summary>Keeps what is written from now on, hashed but not passed on.</summary>
    public bool Hold { get; set; }

    /// <summary>Hashes what is written from now on and passes nothing on: something else stands in the file that canonicalizes to it.</summary>
    public bool HashOnly { get; set; }

    public byte[] GetHash() => hash.GetHash();

    /// <summary>Passes on what was held back.</summary>
    public void Release() => held.WriteTo(target);

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        hash.Write(buffer);
        if (!HashOnly)
        {
            (Hold ? held : target).Write(buffer);
        }
    }

    protected override void Dispose(bool disposing)
    {
        hash.Dispose();
        base.Dispose(disposing);
    }
}
