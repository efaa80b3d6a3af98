using System.Device.Gpio;
using NanoBoard.Events;
using Iot.Device.Ssd13xx;
using static nanoFramework.Hardware.Esp32.Sleep;

namespace NanoBoard.Tests.Running;

public sealed class DeterminismTests
{
    [Fact]
    public void The_same_seed_gives_the_same_run_to_the_last_event_and_pixel()
    {
        (string log, byte[] ram, byte[] line) first = Play(42);
        (string log, byte[] ram, byte[] line) again = Play(42);
        Assert.Equal(first.log, again.log);
        Assert.Equal(first.ram, again.ram);
        Assert.Equal(first.line, again.line);
        Assert.True(first.log.Length > 2000);
    }

    [Fact]
    public void Another_seed_gives_another_run()
    {
        Assert.NotEqual(Play(42).Log, Play(43).Log);
    }

    /// <summary>A life with presses, bounce, files, random numbers, line noise, a torn write, a reset and power cuts.</summary>
    private static (string Log, byte[] Ram, byte[] Line) Play(int seed)
    {
        using var rig = new Rig(Firmware, new BoardOptions { Seed = seed, RtcPpm = 3, SystemClockPpm = -900 });
        VirtualBoard board = rig.Board;
        board.Faults.LineNoise = 0.05;
        board.ConnectPower();
        var line = new List<byte>();
        for (int round = 0; round < 40; round++)
        {
            board.Button.PressAt(board.Now.AddMilliseconds(1 + (round * 37)), TimeSpan.FromMilliseconds(80 + round));
            board.Uart.HostWrite("what is the time, please?"u8);
            if (round % 10 == 9)
            {
                board.Faults.CutPowerAtFlashOperation(board.Flash.Operations + 1, CutMode.Torn);
            }

            rig.Run(TimeSpan.FromSeconds(20));
            line.AddRange(board.Uart.HostReadAll());
            if (board.State == BoardState.Off)
            {
                board.ConnectPower();
            }
            else if (round % 7 == 6)
            {
                board.Reset();
            }
        }

        string log = string.Join('\n', rig.Log.Select(e => $"{e.At.Ticks} {e}"));
        string flash = string.Join(' ', board.Flash.Names.Select(name => name + Convert.ToHexString(board.Flash.ReadFile(name)!)));
        return (log + flash + board.Counters.ApiCalls, board.Panel.ReadRam(), [.. line]);
    }

    private static void Firmware()
    {
        GpioPin button = new GpioController().OpenPin(27, PinMode.InputPullUp);
        int edges = 0;
        button.ValueChanged += (_, _) => edges++;
        using Ssd1306 panel = new(Rig.OpenPanel());
        byte[] drawn = new byte[32];
        new Random().NextBytes(drawn);
        panel.DrawDirectAligned(8, 8, 32, 8, drawn);
        panel.Display();
        Rig.WireSerial();
        using var port = new System.IO.Ports.SerialPort("COM2", 115200);
        port.Open();
        Thread.Sleep(300);
        byte[] got = new byte[port.BytesToRead];
        port.Read(got, 0, got.Length);
        port.Write(got, 0, got.Length);
        File.WriteAllBytes("I:\\edges", [(byte)edges, .. drawn]);
        EnableWakeupByPin(WakeupGpioPin.Pin27, 0);
        EnableWakeupByTimer(TimeSpan.FromSeconds(7));
        StartDeepSleep();
    }
}
