namespace NanoBoard.Chips;

/// <content>What a person sees on the glass.</content>
public abstract partial class OledPanel
{
    private const int RowsOfPage = 8;

    /// <summary>The usual mapping, which the package's init table sets: bytes can be copied whole.</summary>
    private bool IsPlain => _state is { ComReversed: true, StartLine: 0, DisplayOffset: 0, AllOn: false } && _state.Multiplex == Rows && _state.ComAlternates == _alternates;

    /// <summary>What a person sees at a point of the glass.</summary>
    /// <param name="x">0 (left) to <see cref="Columns"/> less one.</param>
    /// <param name="y">0 (top) to <see cref="Rows"/> less one.</param>
    /// <returns>True when it glows.</returns>
    public bool Pixel(int x, int y)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)x, (uint)Columns, nameof(x));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Rows, nameof(y));
        if (!IsLit)
        {
            return false;
        }

        // The glass's line y, counted from the top as mounted, back to the row that the scan puts there.
        int line = (ScanLineAt(Rows - 1 - y) - _state.DisplayOffset + OledState.Rows) % OledState.Rows;
        int row = _state.ComReversed ? _state.Multiplex - 1 - line : line;
        if (row < 0 || row >= _state.Multiplex)
        {
            return false;
        }

        int ramRow = (row + _state.StartLine) % OledState.Rows;
        byte cell = _state.Ram[(ramRow / RowsOfPage * _state.Segments) + SegmentOf(x)];
        return _state.AllOn || (((cell >> (ramRow % RowsOfPage)) & 1) != 0) != _state.Inverse;
    }

    /// <summary>
    /// The picture that a person sees: each byte 8 points of a column with the topmost in bit 0, index x + <see cref="Columns"/> × (y / 8); 1024 bytes of a glass
    /// of 128 × 64. All zero when dark.
    /// </summary>
    public byte[] Snapshot()
    {
        byte[] picture = new byte[Columns * Rows / RowsOfPage];
        if (!IsLit)
        {
            return picture;
        }

        if (IsPlain)
        {
            CopyPlain(picture);
            return picture;
        }

        for (int i = 0; i < Columns * Rows; i++)
        {
            int x = i % Columns;
            int y = i / Columns;
            picture[x + (y / RowsOfPage * Columns)] |= (byte)((Pixel(x, y) ? 1 : 0) << (y % RowsOfPage));
        }

        return picture;
    }

    private int SegmentOf(int x) => _firstSegment + Columns - 1 - x;

    /// <summary>Which line of the scan comes to a line of the glass. Where the chip is set for the glass's wiring, the same.</summary>
    private int ScanLineAt(int line) => (_alternates, _state.ComAlternates) switch
    {
        // Wired in turns and scanned in a row: the lower half of the scan goes to every second line, the upper to those between.
        (true, false) => (line % 2 == 0 ? 0 : OledState.Rows / 2) + (line / 2),

        // Wired in a row and scanned in turns: only every second line of the scan comes to this side.
        (false, true) => line * 2,
        _ => line,
    };

    private void CopyPlain(byte[] picture)
    {
        byte flip = (byte)(_state.Inverse ? 0xFF : 0);
        byte[] ram = _state.Ram;
        for (int page = 0, to = 0; page < Rows / RowsOfPage; page++)
        {
            int from = (page * _state.Segments) + SegmentOf(0);
            for (int end = to + Columns; to < end; to++, from--)
            {
                picture[to] = (byte)(ram[from] ^ flip);
            }
        }
    }
}
