using HwToken.Firmware.Board;

namespace HwToken.Firmware.Tests.Fakes;

/// <summary>Clocks that move when somebody waits.</summary>
internal sealed class FakeClock : IClock
{
    public long UptimeMilliseconds { get; set; }

    public long SystemSeconds => UptimeMilliseconds / 1000;

    public ClockReading Reading { get; set; } = ClockReading.At(1767225600);

    public bool RefusesTime { get; set; }

    public ClockReading Read() => Reading;

    public bool TrySet(long unixSeconds)
    {
        if (!RefusesTime)
        {
            Reading = ClockReading.At(unixSeconds);
        }

        return !RefusesTime;
    }

    public void Wait(int milliseconds) => UptimeMilliseconds += milliseconds;
}
