namespace HwToken.Benchmarks.Otp;

/// <summary>HMAC-SHA1 as RFC 2104 words it: both pads are hashed again with every message, four compressions a code.</summary>
/// <param name="key">At most one block of SHA-1.</param>
internal sealed class TextbookHmac(byte[] key)
{
    public byte[] ComputeHash(byte[] message)
    {
        byte[] inner = TextbookSha1.ComputeHash([.. Pad(0x36), .. message]);
        return TextbookSha1.ComputeHash([.. Pad(0x5C), .. inner]);
    }

    private byte[] Pad(byte value)
    {
        byte[] pad = new byte[TextbookSha1.BlockBytes];
        key.CopyTo(pad, 0);
        for (int i = 0; i < pad.Length; i++)
        {
            pad[i] ^= value;
        }

        return pad;
    }
}
