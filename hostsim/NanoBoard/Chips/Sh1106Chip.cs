namespace NanoBoard.Chips;

/// <summary>
/// A panel with an SH1106 and a glass of 128 × 64 at segments 2 to 129 of its 132. A program sets the column to 2 for each page: the chip knows page addressing
/// alone, and what a program for an SSD1306 sends in horizontal mode lies one over another.
/// </summary>
/// <param name="seed">Seed of what its RAM holds at power-on.</param>
public sealed class Sh1106Chip(int seed = 1) : OledPanel(columns: 128, rows: 64, segments: 132, firstSegment: 2, alternates: true, seed)
{
    private protected override bool HasVoltageAtReset => true;

    private protected override OledDecoder CreateDecoder(OledState state) => new Sh1106Decoder(state);
}
