using HwToken.Core.Line;
using HwToken.WakeCost.Counting;
using NanoBoard;
using NanoBoard.Events;

namespace HwToken.WakeCost;

/// <summary>A token on a virtual board whose firmware counts; tells what each of its wakes cost.</summary>
internal sealed class WakeRecorder : IDisposable
{
    private static readonly string[] Lines =
    [
        "LINES 5",
        "BEGIN DPHT00000001 HOTP SHA1 6 30 0 20",
        "KEY SECRET 0 3132333435363738393031323334353637383930",
        "KEY ADMIN 0 000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F",
        "CHECK",
        "COMMIT",
    ];

    private readonly CountedFirmware _firmware = CountedFirmware.Shared;
    private WakeCost _before;

    public WakeRecorder()
    {
        Board = new VirtualBoard(new BoardOptions(), () => _firmware.Main());
        Board.Happened += e =>
        {
            if (e is FirmwareStarted)
            {
                _before = Now();
            }
            else if (e is FellAsleep)
            {
                Wakes.Add(Now() - _before + new WakeCost(_firmware.StaticInstructions, _firmware.StaticBytes, 0, 0, 0, 0));
            }
        };
    }

    public VirtualBoard Board { get; }

    public List<WakeCost> Wakes { get; } = [];

    /// <summary>Powers a blank token that finds a provisioning file, and waits until it sleeps with its panel dark.</summary>
    public WakeCost PowerOnWithFile()
    {
        byte[] file = Lines.SelectMany(LineCodec.Encode).ToArray();
        Board.Flash.WriteFile("provision.txt", file);
        Board.ConnectPower();
        Board.Advance(TimeSpan.FromSeconds(20));
        return Wakes[0];
    }

    /// <summary>Presses the button outside the hold-off, and waits until the panel is dark again.</summary>
    /// <returns>The press, and the timer wake after it.</returns>
    public (WakeCost Press, WakeCost Dark) PressAndWait()
    {
        int before = Wakes.Count;
        Board.Button.Press(TimeSpan.FromMilliseconds(120));
        Board.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(before + 2, Wakes.Count);
        return (Wakes[before], Wakes[before + 1]);
    }

    public void Dispose() => Board.Dispose();

    private WakeCost Now() => new(
        Tally.Instructions,
        Tally.Bytes,
        Board.Counters.ApiCalls,
        Board.Counters.I2cBytesWritten + Board.Counters.I2cBytesRead,
        Board.Counters.FlashReads,
        Board.Counters.FlashOperations);
}
