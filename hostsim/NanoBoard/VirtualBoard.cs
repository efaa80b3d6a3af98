using System.Runtime.ExceptionServices;
using System.Text;
using NanoBoard.Chips;
using NanoBoard.Events;
using NanoBoard.Running;
using NanoBoard.Time;

namespace NanoBoard;

/// <summary>
/// An ESP32 with a panel, a clock chip, a button, flash and a UART, on virtual time. The firmware is compiled against the
/// nanoFramework types of this assembly. It runs only inside <see cref="Advance"/> and <see cref="AdvanceTo"/>; between them
/// the host may touch anything, at the moment <see cref="Now"/>. Not for use by several threads at once.
/// </summary>
/// <remarks>
/// A host build of nanoFramework code needs these aliases, because desktop types bear the same names:
/// <code>
/// global using DateTime = Nano.System.DateTime;
/// global using File = Nano.System.IO.File;
/// global using FileStream = Nano.System.IO.FileStream;
/// global using Random = Nano.System.Random;
/// global using Thread = Nano.System.Threading.Thread;
/// </code>
/// </remarks>
public sealed partial class VirtualBoard : IDisposable
{
    private readonly Action _firmwareMain;
    private readonly List<string> _misuses = [];
    private readonly StringBuilder _printed = new();
    private ExceptionDispatchInfo? _subscriberFault;

    /// <summary>Builds the board without power, its clock chip on a fresh battery, its flash blank.</summary>
    /// <param name="options">Fitted parts, wiring, errors and seed.</param>
    /// <exception cref="ArgumentException">The wiring names a pin that the chip has not, or cannot use so.</exception>
    /// <param name="firmwareMain">Entry of the firmware. Called at every boot; must keep nothing in static fields.</param>
    public VirtualBoard(BoardOptions options, Action firmwareMain)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(firmwareMain);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.ApiCallTime, TimeSpan.Zero, "options.ApiCallTime");
        options.CheckPins();
        Options = options;
        _firmwareMain = firmwareMain;
        Timeline = new Timeline(options.StartsAt);
        _accountedTicks = Timeline.NowTicks;
        SystemClock = new SystemClock(Timeline, options.SystemClockPpm);
        Panel = FitPanel(options);
        Rtc = new Ds3231Chip(Timeline, options.RtcPpm) { IsConnected = options.HasRtc };
        Flash = new FlashVolume(this);
        Uart = new Uart(this);
        Button = new PushButton(this);
        Lines = new BoardLines(this);
        Analog = new AnalogInputs(options.Chip);
        OneWire = new OneWireLine(Timeline);
        HardwareRandom = new BoardRandom(options.Seed, RandomPurpose.Firmware);
    }

    /// <summary>What happens on the board, in order. Subscribers run between two instructions of the firmware.</summary>
    public event Action<BoardEvent>? Happened;

    /// <summary>What the board is made of.</summary>
    public BoardOptions Options { get; }

    /// <summary>Virtual time and what is planned on it.</summary>
    public Timeline Timeline { get; }

    /// <summary>True time now.</summary>
    public DateTimeOffset Now => Timeline.Now;

    /// <summary>What the chip is doing.</summary>
    public BoardState State { get; private set; }

    /// <summary>Why the firmware hangs; null when it does not.</summary>
    public string? HungBecause { get; private set; }

    /// <summary>The exception that left Main; null when none did.</summary>
    public Exception? FirmwareException { get; private set; }

    /// <summary>What the firmware did that breaks a real device, oldest first. Tests want it empty.</summary>
    public IReadOnlyList<string> Misuses => _misuses;

    /// <summary>The OLED panel. Further ones are attached to <see cref="I2c"/>.</summary>
    public OledPanel Panel { get; }

    /// <summary>The clock chip.</summary>
    public Ds3231Chip Rtc { get; }

    /// <summary>The internal volume <c>I:</c>.</summary>
    public FlashVolume Flash { get; }

    /// <summary>The serial line, seen from the host.</summary>
    public Uart Uart { get; }

    /// <summary>The lines at the chip's pins, to be driven and observed.</summary>
    public BoardLines Lines { get; }

    /// <summary>What hangs on the I2C bus beside panel and clock chip.</summary>
    public I2cWires I2c { get; } = new();

    /// <summary>What hangs on the SPI buses.</summary>
    public SpiWires Spi { get; } = new();

    /// <summary>What hangs on the 1-wire line.</summary>
    public OneWireLine OneWire { get; }

    /// <summary>The PWM outputs.</summary>
    public PwmOutputs Pwm { get; } = new();

    /// <summary>Voltages at the pins of the converter.</summary>
    public AnalogInputs Analog { get; }

    /// <summary>The button.</summary>
    public PushButton Button { get; }

    /// <summary>Faults of the board as a whole.</summary>
    public BoardFaults Faults { get; } = new();

    /// <summary>What the board has done so far.</summary>
    public BoardCounters Counters { get; } = new();

    internal SystemClock SystemClock { get; }

    internal BoardRandom HardwareRandom { get; }

    /// <summary>Stops a firmware that is running. The board is of no use afterwards.</summary>
    public void Dispose()
    {
        if (State != BoardState.Off)
        {
            Happened = null;
            CutPower();
        }
    }

    private OledPanel FitPanel(BoardOptions options)
    {
        OledPanel panel = options.Panel switch
        {
            PanelKind.Ssd1306With32Rows => new Ssd1306Chip(rows: 32, options.Seed),
            PanelKind.Sh1106 => new Sh1106Chip(options.Seed),
            _ => new Ssd1306Chip(seed: options.Seed),
        };
        panel.IsConnected = options.HasPanel;
        panel.Changing = AccountTime;
        panel.Switched = isOn => Raise(new PanelSwitched(Now, isOn));
        return panel;
    }

    internal void Raise(BoardEvent happened)
    {
        try
        {
            Happened?.Invoke(happened);
        }
#pragma warning disable CA1031 // A failing subscriber must not look like a fault of the firmware: the host's call throws it instead.
        catch (Exception e) when (e is not FirmwareUnwoundException)
#pragma warning restore CA1031
        {
            _subscriberFault ??= ExceptionDispatchInfo.Capture(e);
        }
    }

    internal void RecordMisuse(string what)
    {
        _misuses.Add(what);
        Raise(new Misused(Now, what));
    }

    internal void ReportHandlerFailure(Exception e) => Raise(new HandlerFailed(Now, e.GetType().Name + ": " + e.Message));

    internal void ReportThreadFailure(Exception e) => Raise(new ThreadDied(Now, e.GetType().Name + ": " + e.Message));

    /// <summary>Text of the firmware: an event for each line that is whole.</summary>
    internal void Print(string text)
    {
        string[] lines = (_printed + text).Split('\n');
        foreach (string line in lines[..^1])
        {
            Raise(new TextPrinted(Now, line.TrimEnd('\r')));
        }

        _printed.Clear().Append(lines[^1]);
    }

    private void ThrowSubscriberFault()
    {
        ExceptionDispatchInfo? fault = _subscriberFault;
        _subscriberFault = null;
        fault?.Throw();
    }
}
