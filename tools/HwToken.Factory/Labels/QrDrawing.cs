using System.Collections;
using QRCoder;

namespace HwToken.Factory.Labels;

/// <summary>
/// Draws a QR code on the dots of a 300 dpi printer: every module a whole number of dots, every code on whole dots. So edges are sharp, and
/// all codes of a sheet come out alike: a reader that looks at a whole sheet finds the three corners that belong together.
/// </summary>
internal static class QrDrawing
{
    private const double Dot = 25.4 / 300;

    /// <summary>Around a code, in modules (ISO/IEC 18004, 9.1).</summary>
    private const int QuietZone = 4;

    /// <summary>A larger code is no easier to read.</summary>
    private const double LargestSide = 18;

    /// <param name="canvas">Where on.</param>
    /// <param name="x">The label's left edge.</param>
    /// <param name="y">Its upper edge.</param>
    /// <param name="height">Its height.</param>
    /// <param name="margin">Nothing is printed nearer to its edge.</param>
    /// <param name="gap">Least distance to what stands beside it.</param>
    /// <param name="id">Credential ID: 12 capital letters and digits fit the smallest code at level Q, of which a quarter may be damaged.</param>
    /// <returns>From the label's left edge to where other things may stand.</returns>
    public static double Draw(ILabelCanvas canvas, double x, double y, double height, double margin, double gap, string id)
    {
        using QRCodeData code = QRCodeGenerator.GenerateQrCode(id, QRCodeGenerator.ECCLevel.Q);
        int side = code.ModuleMatrix.Count - (2 * QuietZone);

        // The quiet zone lies inside the label; the margin may be part of it.
        double most = Math.Min(Math.Min(height / (side + (2 * QuietZone)), (height - (2 * margin)) / side), LargestSide / side);
        double module = Math.Floor(most / Dot) * Dot;
        double quiet = QuietZone * module;
        double left = Snap(x + Math.Max(margin, quiet));
        double top = Snap(y + ((height - (side * module)) / 2));
        for (int row = 0; row < side; row++)
        {
            DrawRow(canvas, left, top + (row * module), module, code.ModuleMatrix[row + QuietZone]);
        }

        return left - x + (side * module) + Math.Max(quiet, gap);
    }

    /// <summary>Dark modules that stand side by side become one bar.</summary>
    private static void DrawRow(ILabelCanvas canvas, double left, double top, double module, BitArray bits)
    {
        for (int from = QuietZone; from < bits.Count; from++)
        {
            int to = from;
            while (to < bits.Count && bits[to])
            {
                to++;
            }

            if (to > from)
            {
                canvas.Fill(left + ((from - QuietZone) * module), top, (to - from) * module, module);
                from = to;
            }
        }
    }

    private static double Snap(double millimetres) => Math.Round(millimetres / Dot) * Dot;
}
