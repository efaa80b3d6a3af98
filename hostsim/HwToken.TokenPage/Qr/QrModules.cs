using System.Collections;
using QRCoder;

namespace HwToken.TokenPage.Qr;

/// <summary>A text as a QR code, for an authenticator's camera.</summary>
internal static class QrModules
{
    /// <summary>The quiet zone that the library draws; the page draws its own.</summary>
    private const int QuietZone = 4;

    /// <summary>Bytes that a code of medium correction holds at most (ISO/IEC 18004, table 7).</summary>
    public const int MostBytes = 2331;

    /// <summary>The modules in rows, <c>1</c> dark, without a quiet zone.</summary>
    /// <param name="text">The text; at most <see cref="MostBytes"/> in UTF-8.</param>
    public static IReadOnlyList<string> Of(string text)
    {
        using QRCodeData code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        List<BitArray> all = code.ModuleMatrix;
        return [.. all.Skip(QuietZone).SkipLast(QuietZone).Select(Row)];
    }

    private static string Row(BitArray bits) => string.Create(bits.Count - (2 * QuietZone), bits, (row, all) =>
    {
        for (int at = 0; at < row.Length; at++)
        {
            row[at] = all[at + QuietZone] ? '1' : '0';
        }
    });
}
