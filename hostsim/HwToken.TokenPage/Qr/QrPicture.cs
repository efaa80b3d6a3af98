using HwToken.TokenPage.Contract;
using ZXing;
using ZXing.Common;
using ZXing.QrCode;

namespace HwToken.TokenPage.Qr;

/// <summary>Reads the QR code in a picture that the browser has decoded into grey values.</summary>
internal static class QrPicture
{
    /// <summary>Largest side of a picture; the page makes larger ones smaller.</summary>
    private const int MostSide = 1000;

    private static readonly Dictionary<DecodeHintType, object> Hints = new() { [DecodeHintType.TRY_HARDER] = true };

    /// <summary>The code's text.</summary>
    /// <param name="body">The picture.</param>
    /// <exception cref="PageException">It is no picture, or there is no QR code in it.</exception>
    public static QrText Read(Requests.GreyPicture body)
    {
        if (body is not { Width: > 0 and <= MostSide, Height: > 0 and <= MostSide, Grey: { } grey } || grey.Length != body.Width * body.Height)
        {
            throw PageException.BadRequest($"Give \"width\" and \"height\", at most {MostSide}, and \"grey\": a byte a point, row by row, in Base64.");
        }

        var source = new RGBLuminanceSource(grey, body.Width.Value, body.Height.Value, RGBLuminanceSource.BitmapFormat.Gray8);

        // On a dark page codes are light on dark.
        return (Decode(source) ?? Decode(source.invert())) is { } text
            ? new QrText(text)
            : throw new PageException(StatusCodes.Status422UnprocessableEntity, "noQr", "No QR code could be read in this picture.");
    }

    private static string? Decode(LuminanceSource source) => new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)), Hints)?.Text;
}
