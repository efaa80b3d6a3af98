using HwToken.Firmware.Board.Esp32;
using HwToken.Simulator;
using HwToken.Simulator.Screens;
using NanoBoard;
using NanoBoard.Output;

namespace HwToken.Scenarios.Playing;

/// <summary>A token of a story: its board, what is clipped on it, and the codes that it has shown so far.</summary>
/// <param name="name">What the story calls it.</param>
/// <param name="board">The token.</param>
/// <param name="profile">What its firmware is built for.</param>
internal sealed class StoryToken(string name, VirtualToken board, BoardProfile profile) : IDisposable
{
    private readonly Dictionary<string, int> _firstSeen = [];
    private string? _looked;
    private int _lookedAt = -1;

    public string Name => name;

    public VirtualToken Virtual => board;

    public VirtualBoard Board => board.Board;

    public DateTimeOffset Now => board.Now;

    /// <summary>The story itself gives its secret: it belongs to somebody, perhaps.</summary>
    public bool IsForeign { get; set; }

    /// <summary>What a logic analyser has seen. It is not on the serial line, over which keys go.</summary>
    public BoardTrace Trace { get; } = new(board.Board, withSerial: false);

    /// <summary>Puts a voltage on the board's divider.</summary>
    public void SetBattery(int millivolts) => Board.Analog.Drive(profile.Battery, () => millivolts / profile.BatteryDivider, profile.BatterySwitch, profile.BatterySwitchOnLevel != 0);

    /// <summary>Takes note of the code on the display after a step.</summary>
    /// <param name="step">Number of the step.</param>
    public ScreenReading Note(int step)
    {
        ScreenReading seen = board.Read();
        if (seen.Code is { } code)
        {
            _firstSeen.TryAdd(code, step);
        }

        return seen;
    }

    /// <summary>The code is one that no look before has seen.</summary>
    public bool IsNew(string code) => _firstSeen.GetValueOrDefault(code, int.MaxValue) > _lookedAt && code != _looked;

    /// <summary>The code is the one that the last look has seen.</summary>
    public bool IsSame(string code) => code == _looked;

    /// <summary>A look at the code is over.</summary>
    public void Looked(string? code, int step)
    {
        _looked = code ?? _looked;
        _lookedAt = step;
    }

    /// <summary>Lets time pass, a day at once, so that Ctrl-C is heard.</summary>
    public void AdvanceTo(DateTimeOffset moment, CancellationToken cancel)
    {
        while (Now < moment)
        {
            cancel.ThrowIfCancellationRequested();
            DateTimeOffset next = Now.AddDays(1);
            board.AdvanceTo(next < moment ? next : moment);
        }
    }

    public void Dispose() => Board.Dispose();
}
