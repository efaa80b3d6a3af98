using System.Globalization;
using HwToken.Core;
using QRCoder;

namespace HwToken.Factory.Labels;

/// <summary>Draws one label: QR code of the credential ID, the ID in OCR-friendly letters, lot and date.</summary>
internal static class LabelDrawing
{
    private const double Margin = 1.5;
    private const double Gap = 1;
    private const double LargestQr = 24;

    /// <summary>Lower letters are hard to read for people and scanners: the ID goes on three lines then.</summary>
    private const double LeastIdHeight = 2.4;
    private const double MostIdHeight = 4.5;
    private const double SmallHeight = 1.6;

    public static void Draw(ILabelCanvas canvas, double x, double y, double width, double height, LabelText text)
    {
        double qr = Math.Min(height - (2 * Margin), LargestQr);
        DrawQr(canvas, x + Margin, y + ((height - qr) / 2), qr, text.Id);
        double left = x + Margin + qr + Gap;
        double room = x + width - Margin - left;
        string[] lines = [CredentialId.Group(text.Id)];
        double letter = LetterHeight(lines[0], room);
        if (letter < LeastIdHeight)
        {
            lines = lines[0].Split(' ');
            letter = LetterHeight(lines[0], room);
        }

        string[] small = [text.LotId.ToUpperInvariant(), text.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
        double smallHeight = Math.Min(SmallHeight, small.Min(line => LetterHeight(line, room)));
        double pitch = Math.Min(letter * 1.5, (height - (2 * Margin) - (smallHeight * 4)) / lines.Length);
        letter = Math.Min(letter, pitch / 1.45);
        double block = (pitch * lines.Length) + (smallHeight * 1.6 * small.Length);
        double top = y + ((height - block) / 2);
        foreach (string line in lines)
        {
            DrawText(canvas, left, top, letter, line);
            top += pitch;
        }

        foreach (string line in small)
        {
            DrawText(canvas, left, top, smallHeight, line);
            top += smallHeight * 1.6;
        }
    }

    private static double LetterHeight(string text, double room) =>
        Math.Min(MostIdHeight, room / ((text.Length * StrokeFont.Advance) - StrokeFont.Advance + StrokeFont.Width) * StrokeFont.Height);

    private static void DrawText(ILabelCanvas canvas, double x, double y, double height, string text)
    {
        double unit = height / StrokeFont.Height;
        for (int i = 0; i < text.Length; i++)
        {
            double left = x + (i * StrokeFont.Advance * unit);
            foreach ((double X, double Y)[] stroke in StrokeFont.Strokes(text[i]))
            {
                canvas.Stroke([.. stroke.Select(point => (left + (point.X * unit), y + (point.Y * unit)))], StrokeFont.Pen * unit);
            }
        }
    }

    /// <summary>The code with its quiet zone of four modules; rows of dark modules become one bar each.</summary>
    private static void DrawQr(ILabelCanvas canvas, double x, double y, double size, string id)
    {
        using QRCodeData code = QRCodeGenerator.GenerateQrCode(id, QRCodeGenerator.ECCLevel.Q);
        double module = size / code.ModuleMatrix.Count;
        for (int row = 0; row < code.ModuleMatrix.Count; row++)
        {
            System.Collections.BitArray bits = code.ModuleMatrix[row];
            for (int from = 0; from < bits.Count; from++)
            {
                int to = from;
                while (to < bits.Count && bits[to])
                {
                    to++;
                }

                if (to > from)
                {
                    canvas.Fill(x + (from * module), y + (row * module), (to - from) * module, module);
                    from = to;
                }
            }
        }
    }
}
