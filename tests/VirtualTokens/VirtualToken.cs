using HwToken.Core.Records;
using HwToken.Firmware.Line;
using HwToken.Firmware.Screens;
using HwToken.Firmware.Store;

namespace HwToken.VirtualTokens;

/// <summary>A token that runs the firmware's own line commands on a thread of its own while it has power.</summary>
public sealed class VirtualToken
{
    private const int ForEver = 1_000_000;

    private Thread _thread;

    public VirtualFlash Flash { get; } = new();

    public VirtualClock Clock { get; } = new();

    public VirtualWire Wire { get; private set; } = new();

    public bool IsPanelBroken { get; set; }

    public bool IsPowered => _thread is { IsAlive: true };

    /// <summary>What it holds; null: it is blank.</summary>
    public Credential Credential => Flash.Credential();

    public void PowerOn()
    {
        Wire = new VirtualWire();
        var board = new VirtualBoard(this);
        _thread = new Thread(() => Run(board), 256 * 1024) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Power-on with a provisioning file in flash.</summary>
    /// <returns>What is shown when it is refused; null when it was taken.</returns>
    public Screen TakeFile()
    {
        var records = new TokenRecords(Flash);
        records.Load();
        return new FileProvisioning(new VirtualBoard(this), records).Run();
    }

    /// <summary>Pulls the token: whatever it was doing ends here.</summary>
    public void PowerOff()
    {
        Wire.IsDead = true;
        _thread?.Join();
        _thread = null;
    }

    private static void Run(VirtualBoard board)
    {
        try
        {
            var records = new TokenRecords(board.Store);
            records.Load();
            new LineSession(board, records, new ScreenPainter(board)).Run(ForEver);
        }
        catch (PowerLostException)
        {
            // Everything that was in RAM is gone.
        }
    }
}
