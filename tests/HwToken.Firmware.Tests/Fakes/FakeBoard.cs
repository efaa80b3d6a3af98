using HwToken.Firmware.Board;

namespace HwToken.Firmware.Tests.Fakes;

/// <summary>The board contract in memory: for what needs no chips.</summary>
internal sealed class FakeBoard : IBoard, IButton, IPower
{
    public FakeClock Time { get; } = new();

    public MemoryStore Files { get; } = new();

    public FakeDisplay Panel { get; } = new();

    public FakeLine Wire { get; } = new();

    public IClock Clock => Time;

    public IButton Button => this;

    public IDisplay Display => Panel;

    public IStore Store => Files;

    public ILine Line => Wire;

    public IPower Power => this;

    public Func<bool> IsButtonDown { get; set; } = () => false;

    public bool IsDown => IsButtonDown();

    public WakeCause Cause { get; set; } = WakeCause.PowerOn;

    public int? SleptFor { get; private set; }

    public void Sleep(int timerMilliseconds) => SleptFor = timerMilliseconds;

    public SupplyReading Supply { get; set; } = SupplyReading.Unknown();

    public bool IsRadioOn { get; set; }

    public SupplyReading ReadSupply() => Supply;

    public void FillRandom(byte[] buffer) => Array.Fill(buffer, (byte)0x5A);
}
