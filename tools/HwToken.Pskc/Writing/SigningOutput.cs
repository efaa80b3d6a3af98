using System.Security.Cryptography;
using HwToken.Pskc.Xml;

namespace HwToken.Pskc.Writing;

/// <summary>Passes bytes on and hashes them. What follows the signature in the file must be hashed before the signature can be made: it is held back meanwhile.</summary>
internal sealed class SigningOutput(Stream target) : Stream
{
    private readonly HashingStream hash = new(HashAlgorithmName.SHA256);
    private readonly MemoryStream held = new();

    /// <summary>Keeps what is written from now on, hashed but not passed on.</summary>
    public bool Hold { get; set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public byte[] GetHash() => hash.GetHash();

    /// <summary>Passes on what was held back.</summary>
    public void Release() => held.WriteTo(target);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        hash.Write(buffer);
        (Hold ? held : target).Write(buffer);
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        hash.Dispose();
        base.Dispose(disposing);
    }
}
