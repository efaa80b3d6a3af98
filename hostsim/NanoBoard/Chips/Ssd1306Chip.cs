namespace NanoBoard.Chips;

/// <summary>A panel with an SSD1306, mounted so that segment remap and reversed COM scan (0xA1, 0xC8) show an upright picture.</summary>
/// <param name="rows">Rows of the glass: 64, or 32 of the narrow one.</param>
/// <param name="seed">Seed of what its RAM holds at power-on.</param>
public sealed class Ssd1306Chip(int rows = 64, int seed = 1) : OledPanel(columns: 128, Checked(rows), segments: 128, firstSegment: 0, alternates: rows == 64, seed)
{
    private protected override OledDecoder CreateDecoder(OledState state) => new Ssd1306Decoder(state);

    private static int Checked(int rows) => rows is 32 or 64 ? rows : throw new ArgumentOutOfRangeException(nameof(rows), rows, "Glasses have 32 or 64 rows.");
}
