using System.Globalization;
using HwToken.Core;

namespace HwToken.Factory.Labels;

/// <summary>Draws one label: QR code of the credential ID, the ID in OCR-friendly letters, lot and date.</summary>
internal static class LabelDrawing
{
    /// <summary>Between code and text, when the code's quiet zone is smaller.</summary>
    private const double Gap = 2;

    /// <summary>Lower letters are hard to read for people and scanners: the ID goes on three lines then.</summary>
    private const double LeastIdHeight = 2.4;
    private const double MostIdHeight = 4.5;
    private const double SmallHeight = 1.8;

    /// <summary>From line to line, in letter heights.</summary>
    private const double LooseIdPitch = 1.8;
    private const double TightIdPitch = 1.45;
    private const double SmallPitch = 1.6;

    /// <summary>Draws.</summary>
    /// <param name="canvas">Where on.</param>
    /// <param name="x">The label's left edge.</param>
    /// <param name="y">Its upper edge.</param>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <param name="margin">Nothing is printed nearer to its edge.</param>
    /// <param name="text">What stands on it.</param>
    public static void Draw(ILabelCanvas canvas, double x, double y, double width, double height, double margin, LabelText text)
    {
        double left = x + QrDrawing.Draw(canvas, x, y, height, margin, Gap, text.Id);
        double room = x + width - margin - left;
        string[] lines = [CredentialId.Group(text.Id)];
        double letter = LetterHeight(lines[0], room);
        if (letter < LeastIdHeight)
        {
            lines = lines[0].Split(' ');
            letter = LetterHeight(lines[0], room);
        }

        double pitch = lines.Length == 1 ? LooseIdPitch : TightIdPitch;
        string[] small = [text.LotId.ToUpperInvariant(), text.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
        double smallHeight = Math.Min(SmallHeight, small.Min(line => LetterHeight(line, room)));
        double smallBlock = smallHeight * SmallPitch * small.Length;
        letter = Math.Min(letter, (height - (2 * margin) - smallBlock) / lines.Length / pitch);

        // The last line's pitch reaches below its letters: without it the block stands in the middle.
        double block = (letter * pitch * lines.Length) + smallBlock - (smallHeight * (SmallPitch - 1));
        double top = y + ((height - block) / 2);
        foreach (string line in lines)
        {
            DrawText(canvas, left, top, letter, line);
            top += letter * pitch;
        }

        foreach (string line in small)
        {
            DrawText(canvas, left, top, smallHeight, line);
            top += smallHeight * SmallPitch;
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
}
