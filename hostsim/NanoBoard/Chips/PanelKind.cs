namespace NanoBoard.Chips;

/// <summary>The panel of a board: controller and glass.</summary>
public enum PanelKind
{
    /// <summary>SSD1306 with a glass of 128 × 64.</summary>
    Ssd1306,

    /// <summary>SSD1306 with a glass of 128 × 32, whose rows are wired one after another.</summary>
    Ssd1306With32Rows,

    /// <summary>SH1106 with a glass of 128 × 64 (usually 1.3 inch) at segments 2 to 129 of its 132.</summary>
    Sh1106,
}
