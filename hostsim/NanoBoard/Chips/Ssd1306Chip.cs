using NanoBoard.Events;
using NanoBoard.Running;

namespace NanoBoard.Chips;

/// <summary>
/// An SSD1306 with a 128 × 64 glass, mounted so that segment remap and reversed COM scan (0xA1, 0xC8) show an upright
/// picture. Keeps its RAM over deep sleep and chip reset; at power-on the RAM holds noise.
/// </summary>
public sealed class Ssd1306Chip : II2cTarget
{
    /// <summary>I2C address.</summary>
    public const int Address = 0x3C;

    /// <summary>Columns of the glass.</summary>
    public const int Width = Ssd1306State.Width;

    /// <summary>Rows of the glass.</summary>
    public const int Height = Ssd1306State.Rows;

    private readonly VirtualBoard _board;
    private readonly BoardRandom _noise;
    private readonly Ssd1306State _state = new();
    private readonly Ssd1306Decoder _decoder;
    private bool _isPowered;
    private bool _wasOn;

    internal Ssd1306Chip(VirtualBoard board)
    {
        _board = board;
        _noise = new BoardRandom(board.Options.Seed, RandomPurpose.PanelNoise);
        _decoder = new Ssd1306Decoder(_state);
        _state.Reset();
    }

    /// <summary>The panel is fitted and its wires hold. False: nobody acknowledges its address; what it shows stays.</summary>
    public bool IsConnected { get; set; }

    /// <summary>Fault: how many of the next transfers are not acknowledged, as after a spike on the bus. Counts down.</summary>
    public int Refusals { get; set; }

    /// <summary>Powered and switched on (0xAF). Without the charge pump it is dark all the same: see <see cref="IsLit"/>.</summary>
    public bool On => _isPowered && _state.DisplayOn;

    /// <summary>On, and with the high voltage that lights pixels.</summary>
    public bool IsLit => On && _state.ChargePump;

    /// <summary>Brightness, 0 to 255.</summary>
    public byte Contrast => _state.Contrast;

    /// <summary>Grows with every write that the panel took: unchanged number, unchanged picture.</summary>
    public long Revision { get; private set; }

    /// <inheritdoc/>
    bool II2cTarget.Answers => IsConnected && _isPowered && !TakeRefusal();

    /// <summary>What a person sees at a point of the glass.</summary>
    /// <param name="x">0 (left) to 127.</param>
    /// <param name="y">0 (top) to 63.</param>
    /// <returns>True when it glows.</returns>
    public bool Pixel(int x, int y)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)x, (uint)Width, nameof(x));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Height, nameof(y));
        if (!IsLit)
        {
            return false;
        }

        // COM line y of the glass, counted from the top as mounted, back to the row that the scan puts there.
        int com = Height - 1 - y;
        int line = (com - _state.DisplayOffset + Height) % Height;
        int row = _state.ComReversed ? _state.Multiplex - 1 - line : line;
        if (row < 0 || row >= _state.Multiplex)
        {
            return false;
        }

        int ramRow = (row + _state.StartLine) % Height;
        byte cell = _state.Ram[(ramRow / 8 * Width) + (Width - 1 - x)];
        return _state.AllOn || (((cell >> (ramRow % 8)) & 1) != 0) != _state.Inverse;
    }

    /// <summary>
    /// The picture that a person sees: 1024 bytes, each 8 points of a column with the topmost in bit 0, index
    /// x + 128 × (y / 8). All zero when dark.
    /// </summary>
    public byte[] Snapshot()
    {
        byte[] picture = new byte[Width * Height / 8];
        if (!IsLit)
        {
            return picture;
        }

        if (IsPlain)
        {
            CopyPlain(picture);
            return picture;
        }

        for (int i = 0; i < Width * Height; i++)
        {
            int x = i % Width;
            int y = i / Width;
            picture[x + (y / 8 * Width)] |= (byte)((Pixel(x, y) ? 1 : 0) << (y % 8));
        }

        return picture;
    }

    /// <summary>A copy of the display RAM, lit or not: 1024 bytes, index segment + 128 × page.</summary>
    public byte[] ReadRam() => [.. _state.Ram];

    /// <inheritdoc/>
    void II2cTarget.Start()
    {
    }

    /// <inheritdoc/>
    void II2cTarget.Take(ReadOnlySpan<byte> bytes)
    {
        _board.AccountTime();
        _decoder.Take(bytes);
        Revision++;
        ReportSwitch();
    }

    /// <inheritdoc/>
    void II2cTarget.Give(Span<byte> bytes)
    {
        // The status byte (8.1.1): bit 6 says that the display is off.
        bytes.Fill((byte)(_state.DisplayOn ? 0 : 0x40));
    }

    private bool TakeRefusal()
    {
        bool refuses = Refusals > 0;
        Refusals -= refuses ? 1 : 0;
        return refuses;
    }

    internal void PowerOn()
    {
        _board.AccountTime();
        _isPowered = true;
        _state.Reset();
        _decoder.Reset();
        _state.FillWithNoise(_noise);
        Revision++;
        ReportSwitch();
    }

    internal void PowerOff()
    {
        _board.AccountTime();
        _isPowered = false;
        Revision++;
        ReportSwitch();
    }

    /// <summary>The mapping that the package's init table sets: bytes can be copied whole.</summary>
    private bool IsPlain => _state is { ComReversed: true, StartLine: 0, DisplayOffset: 0, Multiplex: Height, AllOn: false };

    private void CopyPlain(byte[] picture)
    {
        byte flip = (byte)(_state.Inverse ? 0xFF : 0);
        for (int i = 0; i < picture.Length; i++)
        {
            picture[i] = (byte)(_state.Ram[i ^ (Width - 1)] ^ flip);
        }
    }

    private void ReportSwitch()
    {
        if (On != _wasOn)
        {
            _wasOn = On;
            _board.Raise(new PanelSwitched(_board.Now, On));
        }
    }
}
