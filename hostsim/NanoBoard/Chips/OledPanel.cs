using NanoBoard.Output;
using NanoBoard.Running;

namespace NanoBoard.Chips;

/// <summary>
/// An OLED panel: controller and glass. Keeps its RAM over deep sleep and chip reset; at power-on the RAM holds noise. What it shows is read from its pixels.
/// </summary>
public abstract partial class OledPanel : II2cTarget
{
    /// <summary>Usual I2C address.</summary>
    public const int Address = 0x3C;

    private readonly BoardRandom _noise;
    private readonly OledState _state;
    private readonly OledDecoder _decoder;
    private readonly int _firstSegment;
    private readonly bool _alternates;
    private bool _isPowered;
    private bool _wasOn;

    /// <param name="columns">Columns of the glass.</param>
    /// <param name="rows">Rows of the glass.</param>
    /// <param name="segments">Segments of the controller.</param>
    /// <param name="firstSegment">The one at the right edge of the glass.</param>
    /// <param name="alternates">The glass's rows go to the COM pins of both sides in turn.</param>
    /// <param name="seed">Seed of what the RAM holds at power-on.</param>
    private protected OledPanel(int columns, int rows, int segments, int firstSegment, bool alternates, int seed)
    {
        Columns = columns;
        Rows = rows;
        _firstSegment = firstSegment;
        _alternates = alternates;
        _noise = new BoardRandom(seed, RandomPurpose.PanelNoise);
        _state = new OledState(segments);
        _decoder = CreateDecoder(_state);
        Restart();
    }

    /// <summary>Columns of the glass.</summary>
    public int Columns { get; }

    /// <summary>Rows of the glass.</summary>
    public int Rows { get; }

    /// <summary>The panel is fitted and its wires hold. False: nobody acknowledges its address; what it shows stays.</summary>
    public bool IsConnected { get; set; } = true;

    /// <summary>Fault: how many of the next transfers are not acknowledged, as after a spike on the bus. Counts down.</summary>
    public int Refusals { get; set; }

    /// <summary>Powered and switched on (0xAF). Without its high voltage it is dark all the same: see <see cref="IsLit"/>.</summary>
    public bool On => _isPowered && _state.DisplayOn;

    /// <summary>On, and with the high voltage that lights pixels (the charge pump of an SSD1306, the converter of an SH1106).</summary>
    public bool IsLit => On && _state.HighVoltage;

    /// <summary>Brightness, 0 to 255.</summary>
    public byte Contrast => _state.Contrast;

    /// <summary>Grows with every write that the panel took: unchanged number, unchanged picture.</summary>
    public long Revision { get; private set; }

    /// <inheritdoc/>
    bool II2cTarget.Answers => IsConnected && _isPowered && !TakeRefusal();

    /// <summary>Comes before anything changes: the board books the time until now.</summary>
    internal Action? Changing { get; set; }

    /// <summary>It was switched on or off.</summary>
    internal Action<bool>? Switched { get; set; }

    private protected virtual bool HasVoltageAtReset => false;

    /// <summary>A copy of the display RAM, lit or not: index segment + segments × page.</summary>
    public byte[] ReadRam() => [.. _state.Ram];

    /// <summary>What a person sees, as a PNG file with a dark border.</summary>
    /// <param name="scale">Points of the picture a pixel of the panel.</param>
    public byte[] ToPng(int scale = Png.UsualScale) => Png.Write(Columns, Rows, Pixel, scale);

    /// <inheritdoc/>
    void II2cTarget.Start()
    {
    }

    /// <inheritdoc/>
    void II2cTarget.Take(ReadOnlySpan<byte> bytes)
    {
        Changing?.Invoke();
        _decoder.Take(bytes);
        Tell();
    }

    /// <inheritdoc/>
    void II2cTarget.Give(Span<byte> bytes)
    {
        // The status byte (SSD1306 8.1.1): bit 6 says that the display is off.
        bytes.Fill((byte)(_state.DisplayOn ? 0 : 0x40));
    }

    /// <inheritdoc/>
    void II2cTarget.PowerChanged(bool isOn)
    {
        if (isOn == _isPowered)
        {
            return;
        }

        Changing?.Invoke();
        _isPowered = isOn;
        if (isOn)
        {
            Restart();
            _state.FillWithNoise(_noise);
        }

        Tell();
    }

    private protected abstract OledDecoder CreateDecoder(OledState state);

    private void Restart()
    {
        _state.Reset();
        _state.HighVoltage = HasVoltageAtReset;
        _decoder.Reset();
    }

    private bool TakeRefusal()
    {
        bool refuses = Refusals > 0;
        Refusals -= refuses ? 1 : 0;
        return refuses;
    }

    private void Tell()
    {
        Revision++;
        if (On != _wasOn)
        {
            _wasOn = On;
            Switched?.Invoke(On);
        }
    }
}
