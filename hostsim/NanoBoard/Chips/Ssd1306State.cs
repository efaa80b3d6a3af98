using NanoBoard.Running;

namespace NanoBoard.Chips;

/// <summary>Registers and display RAM of the SSD1306 (data sheet rev. 1.5). RAM is indexed by page and segment, not by column address.</summary>
internal sealed class Ssd1306State
{
    public const int Width = 128;
    public const int Pages = 8;
    public const int Rows = 64;

    private const int HorizontalMode = 0;
    private const int VerticalMode = 1;

    public byte[] Ram { get; } = new byte[Width * Pages];

    public bool DisplayOn { get; set; }

    public bool ChargePump { get; set; }

    public bool Inverse { get; set; }

    public bool AllOn { get; set; }

    public byte Contrast { get; set; }

    /// <summary>0xA1: column address 127 goes to segment 0.</summary>
    public bool SegmentRemap { get; set; }

    /// <summary>0xC8: the scan runs from the last COM to the first.</summary>
    public bool ComReversed { get; set; }

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

    /// <summary>Reset values (data sheet, table 9-1).</summary>
    public void Reset()
    {
        DisplayOn = false;
        ChargePump = false;
        Inverse = false;
        AllOn = false;
        Contrast = 0x7F;
        SegmentRemap = false;
        ComReversed = false;
        StartLine = 0;
        DisplayOffset = 0;
        Multiplex = Rows;
        AddressingMode = 2;
        Column = 0;
        Page = 0;
        ColumnStart = 0;
        ColumnEnd = Width - 1;
        PageStart = 0;
        PageEnd = Pages - 1;
    }

    public void FillWithNoise(BoardRandom random) => random.Fill(Ram);

    /// <summary>Stores a data byte and moves the pointer on. The remap acts while writing: what is stored stays where it is.</summary>
    public void Store(byte data)
    {
        Ram[(Page * Width) + (SegmentRemap ? Width - 1 - Column : Column)] = data;
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
                Column = (Column + 1) % Width;
                break;
        }
    }

    private bool StepColumn()
    {
        bool wraps = Column == ColumnEnd;
        Column = wraps ? ColumnStart : (Column + 1) % Width;
        return wraps;
    }

    private bool StepPage()
    {
        bool wraps = Page == PageEnd;
        Page = wraps ? PageStart : (Page + 1) % Pages;
        return wraps;
    }
}
