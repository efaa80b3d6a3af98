using System.Diagnostics;
using System.Security.Cryptography;
using HwToken.Firmware.Board;

namespace HwToken.VirtualTokens;

/// <summary>The smallest board that the firmware's line runs on. Waiting costs nothing: the line itself waits for bytes.</summary>
internal sealed class VirtualBoard(VirtualToken token) : IBoard, IClock, IButton, IDisplay, IPower
{
    public IClock Clock => this;

    public IButton Button => this;

    public IDisplay Display => this;

    public IStore Store => token.Flash;

    public ILine Line => token.Wire;

    public IPower Power => this;

    public bool IsDown => false;

    public WakeCause Cause => WakeCause.PowerOn;

    public long UptimeMilliseconds => Stopwatch.GetTimestamp() * 1000 / Stopwatch.Frequency;

    public long SystemSeconds => UptimeMilliseconds / 1000;

    public ClockReading Read() => token.Clock.Read();

    public bool TrySet(long unixSeconds) => token.Clock.TrySet(unixSeconds);

    public void Wait(int milliseconds)
    {
    }

    public bool IsPresent() => !token.IsPanelBroken;

    public void Begin()
    {
    }

    public void Draw(int x, int page, int width, int pages, byte[] bitmap)
    {
    }

    public void Show()
    {
    }

    public void Dark()
    {
    }

    public void Sleep(int timerMilliseconds) => throw new PowerLostException();

    public bool IsRadioOn => false;

    public SupplyReading ReadSupply() => SupplyReading.Unknown();

    public void FillRandom(byte[] buffer) => RandomNumberGenerator.Fill(buffer);
}
