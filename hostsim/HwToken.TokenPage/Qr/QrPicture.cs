using ZXing;
using ZXing.Common;
using ZXing.QrCode;

namespace HwToken.TokenPage.Qr;

/// <summary>Reads the QR code in a picture that the browser has decoded into grey values.</summary>
internal static class QrPicture
{
    /// <summary>Largest side of a picture; the page makes larger ones smaller.</summary>
    public const int MostSide = 1000;

    private static readonly Dictionary<DecodeHintType, object> Hints = new() { [DecodeHintType.TRY_HARDER] = true };

    /// <summary>Whether its numbers fit together.</summary>
    public static bool IsWhole(GreyPicture picture) =>
        picture is { Width: > 0 and <= MostSide, Height: > 0 and <= MostSide, Grey: { } grey } && grey.Length == picture.Width * picture.Height;

    /// <summary>The code's text; null when no QR code is seen.</summary>
    /// <param name="picture">A whole picture.</param>
    public static string? Read(GreyPicture picture)
    {
        var source = new RGBLuminanceSource(picture.Grey, picture.Width!.Value, picture.Height!.Value, RGBLuminanceSource.BitmapFormat.Gray8);

        // On a dark page codes are light on dark.
        return Decode(source) ?? Decode(source.invert());
    }

    private static string? Decode(LuminanceSource source) => new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)), Hints)?.Text;
}
