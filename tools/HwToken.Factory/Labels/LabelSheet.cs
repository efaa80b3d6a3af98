namespace HwToken.Factory.Labels;

/// <summary>A sheet of labels, or a roll (one label a page). All lengths in millimetres.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Width">Page.</param>
/// <param name="Height">Page.</param>
/// <param name="Columns">Labels side by side.</param>
/// <param name="Rows">Labels one below the other.</param>
/// <param name="LabelWidth">One label.</param>
/// <param name="LabelHeight">One label.</param>
/// <param name="Left">From the page's edge to the first column.</param>
/// <param name="Top">From the page's edge to the first row.</param>
/// <param name="StepX">From column to column.</param>
/// <param name="StepY">From row to row.</param>
/// <param name="Margin">Nothing is printed nearer to a label's edge: labels that reach to the page's edge need what printers leave white there.</param>
public sealed record LabelSheet(string Name, double Width, double Height, int Columns, int Rows, double LabelWidth, double LabelHeight, double Left, double Top, double StepX, double StepY, double Margin)
{
    /// <summary>The sheets that are known.</summary>
    public static readonly IReadOnlyList<LabelSheet> All =
    [
        new("a4-24", 210, 297, 3, 8, 70, 37, 0, 0.5, 70, 37, 5),
        new("a4-65", 210, 297, 5, 13, 38.1, 21.2, 4.75, 10.7, 40.6, 21.2, 1.5),
        new("letter-30", 215.9, 279.4, 3, 10, 66.7, 25.4, 4.8, 12.7, 69.85, 25.4, 1.5),
        new("roll-62x29", 62, 29, 1, 1, 62, 29, 0, 0, 62, 29, 1.5),
        new("roll-50x25", 50, 25, 1, 1, 50, 25, 0, 0, 50, 25, 1.5),
    ];

    /// <summary>Labels on a page.</summary>
    public int PerPage => Columns * Rows;

    /// <summary>Finds a sheet.</summary>
    /// <exception cref="FactoryException">There is none of that name.</exception>
    public static LabelSheet Find(string name) =>
        All.FirstOrDefault(sheet => sheet.Name == name) ?? throw new FactoryException($"No sheet '{name}'. There are: {string.Join(", ", All.Select(sheet => sheet.Name))}.");
}
