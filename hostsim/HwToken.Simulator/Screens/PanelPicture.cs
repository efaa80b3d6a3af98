namespace HwToken.Simulator.Screens;

/// <summary>A frozen picture of the panel: 128 x 64 pixels as a person sees them, in pages of 8 rows.</summary>
public sealed class PanelPicture
{
    /// <summary>Columns.</summary>
    public const int Columns = 128;

    /// <summary>Rows.</summary>
    public const int Rows = 64;

    /// <summary>Pages of 8 rows.</summary>
    public const int Pages = Rows / 8;

    private readonly byte[] _bytes = new byte[Columns * Pages];

    /// <summary>Takes a picture.</summary>
    /// <param name="isLit">Tells whether the pixel in a column and row is lit.</param>
    public PanelPicture(Func<int, int, bool> isLit)
    {
        ArgumentNullException.ThrowIfNull(isLit);
        for (int y = 0; y < Rows; y++)
        {
            for (int x = 0; x < Columns; x++)
            {
                if (isLit(x, y))
                {
                    _bytes[(y / 8 * Columns) + x] |= (byte)(1 << (y % 8));
                }
            }
        }
    }

    /// <summary>The 8 rows of one column of a page, top row in the lowest bit.</summary>
    public byte this[int page, int column] => _bytes[(page * Columns) + column];

    /// <summary>The panel's 1024 bytes: pages from top to bottom, each 128 columns.</summary>
    public byte[] ToBytes() => [.. _bytes];

    /// <summary>Tells whether a pixel is lit.</summary>
    public bool IsLit(int x, int y) => (this[y / 8, x] & (1 << (y % 8))) != 0;

    /// <summary>Tells whether nothing is lit in some pages.</summary>
    public bool IsDark(int firstPage, int pages) => !_bytes.AsSpan(firstPage * Columns, pages * Columns).ContainsAnyExcept((byte)0);

    /// <summary>Tells whether nothing is lit in some columns of some pages.</summary>
    public bool IsDark(int firstPage, int pages, int firstColumn, int columns)
    {
        for (int page = firstPage; page < firstPage + pages; page++)
        {
            if (_bytes.AsSpan((page * Columns) + firstColumn, columns).ContainsAnyExcept((byte)0))
            {
                return false;
            }
        }

        return true;
    }
}
