using System.Device.I2c;
using NanoBoard.Events;
using Iot.Device.Ssd13xx;
using nanoFramework.Hardware.Esp32;

namespace NanoBoard.Tests;

/// <summary>A board with a log. What a test firmware throws, failed assertions included, is thrown again by <see cref="Run"/>.</summary>
internal sealed class Rig : IDisposable
{
    public static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public Rig(Action firmware, BoardOptions? options = null)
    {
        Board = new VirtualBoard(options ?? new BoardOptions(), firmware);
        Board.Happened += Log.Add;
    }

    /// <summary>From inside a test firmware: the board that it runs on.</summary>
    public static VirtualBoard Here => NanoBoard.Running.Boot.Current.Board;

    public VirtualBoard Board { get; }

    public List<BoardEvent> Log { get; } = [];

    /// <summary>Runs a program once to its end on a fresh board and returns the board, asleep without a wake source.</summary>
    public static Rig Once(Action program, BoardOptions? options = null)
    {
        var rig = new Rig(
            () =>
            {
                program();
                Sleep.StartDeepSleep();
            },
            options);
        rig.Board.ConnectPower();
        rig.Run(TimeSpan.FromMinutes(10));
        Assert.Equal(BoardState.Asleep, rig.Board.State);
        return rig;
    }

    public void Run(TimeSpan duration)
    {
        Board.Advance(duration);
        if (Board.FirmwareException is { } thrown)
        {
            throw thrown;
        }
    }

    /// <summary>Power on and straight to the first line of the firmware.</summary>
    public void Boot()
    {
        Board.ConnectPower();
        Run(Board.Options.BootTime);
    }

    public IEnumerable<T> Events<T>() => Log.OfType<T>();

    public void Dispose() => Board.Dispose();

    /// <summary>The usual pins for I2C.</summary>
    public static void WireI2c()
    {
        Configuration.SetPinFunction(21, DeviceFunction.I2C1_DATA);
        Configuration.SetPinFunction(22, DeviceFunction.I2C1_CLOCK);
    }

    public static void WireSerial()
    {
        Configuration.SetPinFunction(17, DeviceFunction.COM2_TX);
        Configuration.SetPinFunction(16, DeviceFunction.COM2_RX);
    }

    public static I2cDevice OpenPanel()
    {
        WireI2c();
        return I2cDevice.Create(new I2cConnectionSettings(1, Ssd1306.DefaultI2cAddress));
    }

    public static I2cDevice OpenRtc()
    {
        WireI2c();
        return I2cDevice.Create(new I2cConnectionSettings(1, 0x68));
    }

    public static void SleepFor(TimeSpan time)
    {
        Sleep.EnableWakeupByTimer(time);
        Sleep.StartDeepSleep();
    }
}
