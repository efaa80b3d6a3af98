using NanoBoard.Running;

namespace NanoBoard.Chips;

/// <summary>
/// Registers and display RAM of an OLED controller. RAM is indexed by page and segment, not by column address. Names and reset values are those of the
/// SSD1306 (data sheet rev. 1.5, table 9-1); the SH1106 (data sheet 2.3, "Commands") differs in the width of its RAM and knows page mode alone.
/// </summary>
/// <param name="segments">Segments of the RAM: 128 or 132.</param>
internal sealed class OledState(int segments)
{
    public const int Pages = 8;
    public const int Rows = 64;

    private const int HorizontalMode = 0;
    private const int VerticalMode = 1;
    private const int PageMode = 2;

    public int Segments => segments;

    public byte[] Ram { get; } = new byte[segments * Pages];

    public bool DisplayOn { get; set; }

    /// <summary>The voltage that lights pixels: off at the reset of an SSD1306, on at that of an SH1106.</summary>
    public bool HighVoltage { get; set; }

    public bool Inverse { get; set; }

    public bool AllOn { get; set; }

    public byte Contrast { get; set; }

    /// <summary>0xA1: the last column address goes to segment 0.</summary>
    public bool SegmentRemap { get; set; }

    /// <summary>0xC8: the scan runs from the last COM to the first.</summary>
    public bool ComReversed { get; set; }

    /// <summary>0xDA: the scan goes to the COM pins of both sides in turn, as glasses of 64 rows are wired; else to one after another.</summary>
    public bool ComAlternates { get; set; }

    public int StartLine { get; set; }

    public int DisplayOffset { get; set; }

    /// <summary>Rows driven: 16 to 64.</summary>
    public int Multiplex { get; set; }

    /// <summary>0 horizontal, 1 vertical, 2 page.</summary>
    public int AddressingMode { get; set; }

    public int Column { get; set; }

    public int Page { get; set; }

    public int ColumnStart { get; set; }

    public int ColumnEnd { get; set; }

    public int PageStart { get; set; }

    public int PageEnd { get; set; }

    /// <summary>Reset values, the high voltage apart.</summary>
    public void Reset()
    {
        DisplayOn = false;
        HighVoltage = false;
        Inverse = false;
        AllOn = false;
        Contrast = 0x7F;
        SegmentRemap = false;
        ComReversed = false;
        ComAlternates = true;
        StartLine = 0;
        DisplayOffset = 0;
        Multiplex = Rows;
        AddressingMode = PageMode;
        Column = 0;
        Page = 0;
        ColumnStart = 0;
        ColumnEnd = segments - 1;
        PageStart = 0;
        PageEnd = Pages - 1;
    }

    public void FillWithNoise(BoardRandom random) => random.Fill(Ram);

    /// <summary>Stores a data byte and moves the pointer on. The remap acts while writing: what is stored stays where it is.</summary>
    public void Store(byte data)
    {
        if (Column < segments)
        {
            Ram[(Page * segments) + (SegmentRemap ? segments - 1 - Column : Column)] = data;
        }

        switch (AddressingMode)
        {
            case HorizontalMode:
                if (StepColumn())
                {
                    StepPage();
                }

                break;
            case VerticalMode:
                if (StepPage())
                {
                    StepColumn();
                }

                break;
            default:
                Column = (Column + 1) % segments;
                break;
        }
    }

    private bool StepColumn()
    {
        bool wraps = Column == ColumnEnd;
        Column = wraps ? ColumnStart : (Column + 1) % segments;
        return wraps;
    }

    private bool StepPage()
    {
        bool wraps = Page == PageEnd;
        Page = wraps ? PageStart : (Page + 1) % Pages;
        return wraps;
    }
}
