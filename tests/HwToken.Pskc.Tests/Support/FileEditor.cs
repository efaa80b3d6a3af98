using System.Text;

namespace HwToken.Pskc.Tests.Support;

/// <summary>Random edits of a file, such as no file is safe from: flipped bits, lost, doubled and foreign pieces, a cut end.</summary>
internal static class FileEditor
{
    private const int MaxEdits = 3;
    private const int MaxPiece = 60;

    private static readonly string[] Splices =
    [
        "<", ">", "/>", "</KeyContainer>", "<!--", "-->", "<![CDATA[", "<!DOCTYPE a>", "&#0;", "&#x1F511;", "\u0000", "\ud83d\udd11", "=", "\"", " xmlns=\"\"",
        "<KeyPackage>", "</KeyPackage>", "<PlainValue>-1</PlainValue>", "<ds:Signature>", "99999999999999999999", "<?pi x?>", "<Extensions/>", "<Key Id=\"\">",
    ];

    /// <summary>A changed copy. The file may be of any length, nothing included: an edit may leave nothing to the next one.</summary>
    public static byte[] Edit(byte[] good, Random random)
    {
        var bytes = new List<byte>(good);
        for (int n = random.Next(1, MaxEdits + 1); n > 0; n--)
        {
            if (bytes.Count == 0)
            {
                Splice(bytes, 0, random);
            }
            else
            {
                EditOnce(bytes, random);
            }
        }

        return [.. bytes];
    }

    private static void EditOnce(List<byte> bytes, Random random)
    {
        int at = random.Next(bytes.Count);
        int length = Math.Min(random.Next(1, MaxPiece), bytes.Count - at);
        switch (random.Next(6))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                break;
            case 4:
                Splice(bytes, at, random);
                break;
            default:
                bytes.RemoveRange(at, bytes.Count - at);
                bytes.Add((byte)'>');
                break;
        }
    }

    private static void Splice(List<byte> bytes, int at, Random random) => bytes.InsertRange(at, Encoding.UTF8.GetBytes(Splices[random.Next(Splices.Length)]));
}
