using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;

namespace HwToken.Factory.Labels;

/// <summary>All labels of one PDF page as one operation, drawn when the page is written: a lot's drawings at once would be gigabytes.</summary>
/// <param name="sheet">The sheet.</param>
/// <param name="skip">Places that stay free.</param>
/// <param name="labels">What stands on the others.</param>
internal sealed class PdfLabels(LabelSheet sheet, int skip, IReadOnlyList<LabelText> labels) : IGraphicsStateOperation
{
    public string Operator => "";

    public void Write(Stream stream)
    {
        var canvas = new PdfCanvas(stream, sheet.Height);
        foreach ((int i, LabelText label) in labels.Index())
        {
            int place = skip + i;
            double x = sheet.Left + (place % sheet.Columns * sheet.StepX);
            double y = sheet.Top + (place / sheet.Columns * sheet.StepY);
            LabelDrawing.Draw(canvas, x, y, sheet.LabelWidth, sheet.LabelHeight, sheet.Margin, label);
        }
    }

    /// <summary>For readers of PDF, which never meet it.</summary>
    public void Run(IOperationContext operationContext) => throw new NotSupportedException();
}
