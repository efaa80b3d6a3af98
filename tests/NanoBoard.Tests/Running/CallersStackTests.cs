using System.Device.Adc;
using System.Device.Gpio;
using System.Device.I2c;
using Iot.Device.Ssd13xx;
using nanoFramework.Hardware.Esp32;
using static nanoFramework.Hardware.Esp32.Sleep;

namespace NanoBoard.Tests.Running;

/// <summary>A firmware on the caller's stack: where time pauses it leaves the stack, and begins again with the answers that it had.</summary>
public sealed class CallersStackTests
{
    private static int s_runs;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(333)]
    [InlineData(60_000)]
    public void In_slices_of_any_length_it_does_each_thing_once_and_at_the_same_tick_as_on_a_thread(int sliceMilliseconds)
    {
        Assert.Equal(Play(Firmware, onCallersStack: false, 60_000), Play(Firmware, onCallersStack: true, sliceMilliseconds));
    }

    [Fact]
    public void What_the_host_does_between_two_slices_is_seen_from_then_on_and_not_before()
    {
        var seen = new List<string>();
        using var rig = new Rig(
            () =>
            {
                GpioPin button = new GpioController().OpenPin(27, PinMode.InputPullUp);
                string levels = "";
                for (int i = 0; i < 4; i++)
                {
                    levels += button.Read() == PinValue.High ? "1" : "0";
                    Thread.Sleep(100);
                }

                seen.Add(levels);
                Thread.Sleep(-1);
            },
            new BoardOptions { OnCallersStack = true });
        rig.Boot();
        rig.Run(TimeSpan.FromMilliseconds(150));
        rig.Board.Button.Held = true;
        rig.Run(TimeSpan.FromMilliseconds(100));
        rig.Board.Button.Held = false;
        rig.Run(TimeSpan.FromSeconds(1));
        Assert.Equal("1101", Assert.Single(seen));
    }

    [Fact]
    public void A_program_that_keeps_something_over_its_end_is_seen_to_differ()
    {
        s_runs = 0;
        Assert.NotEqual(Play(Forgetful, onCallersStack: false, 60_000), Play(Forgetful, onCallersStack: true, 7));
    }

    [Fact]
    public void Power_cut_and_reset_in_a_pause_end_the_run()
    {
        using var rig = new Rig(() => Thread.Sleep(-1), new BoardOptions { OnCallersStack = true });
        rig.Boot();
        rig.Board.CutPower();
        Assert.Equal(BoardState.Off, rig.Board.State);
        rig.Boot();
        rig.Board.Reset();
        rig.Run(Rig.Second);
        Assert.Equal(BoardState.Awake, rig.Board.State);
        Assert.Equal(3, rig.Board.Counters.Boots);
    }

    [Fact]
    public void Event_handlers_are_refused_in_a_sentence()
    {
        using var rig = new Rig(
            () => new GpioController().OpenPin(27, PinMode.InputPullUp).ValueChanged += (_, _) => { },
            new BoardOptions { OnCallersStack = true });
        rig.Board.ConnectPower();
        rig.Board.Advance(Rig.Second);
        Assert.Equal(BoardState.Hung, rig.Board.State);
        Assert.Contains("OnCallersStack", rig.Board.HungBecause, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_catches_its_own_end_for_ever_is_given_up()
    {
        using var rig = new Rig(
            () =>
            {
                while (true)
                {
                    try
                    {
                        Thread.Sleep(-1);
                    }
                    catch (Exception e) when (e is not InvalidOperationException)
                    {
                    }
                }
            },
            new BoardOptions { OnCallersStack = true });
        rig.Board.ConnectPower();
        Assert.Throws<InvalidOperationException>(() => rig.Board.Advance(Rig.Second));
    }

    /// <summary>Two minutes of a board whose host presses, sends and cuts, told to the last tick.</summary>
    private static string Play(Action firmware, bool onCallersStack, int sliceMilliseconds)
    {
        using var rig = new Rig(firmware, new BoardOptions { Seed = 5, RtcPpm = 3, SystemClockPpm = -900, OnCallersStack = onCallersStack });
        VirtualBoard board = rig.Board;
        board.Analog.Drive(36, () => 1800);
        board.Faults.LineNoise = 0.02;
        board.ConnectPower();
        DateTimeOffset end = board.Now.AddSeconds(40);
        for (int second = 1; second < 40; second += 3)
        {
            board.Button.PressAt(board.Now.AddSeconds(second), TimeSpan.FromMilliseconds(90));
            board.Timeline.Schedule(TimeSpan.FromSeconds(second + 0.7), () => board.Uart.HostWrite("what is the time?"u8));
        }

        board.Timeline.Schedule(TimeSpan.FromSeconds(20), () =>
        {
            board.CutPower();
            board.ConnectPower();
        });
        board.Faults.CutPowerAtFlashOperation(9, CutMode.Torn);
        while (board.Now < end)
        {
            DateTimeOffset next = board.Now.AddMilliseconds(sliceMilliseconds);
            board.AdvanceTo(next < end ? next : end);
        }

        string log = string.Join('\n', rig.Log.Select(e => $"{e.At.Ticks} {e}"));
        string flash = string.Join(' ', board.Flash.Names.Select(name => name + Convert.ToHexString(board.Flash.ReadFile(name)!)));
        return $"{log}\n{flash}\n{board.Counters.ApiCalls} {board.Counters.I2cBytesRead} {board.Counters.FlashReads} {board.State} {board.HungBecause}\n"
            + Convert.ToHexString(board.Panel.ReadRam()) + "\n" + Convert.ToHexString(board.Uart.HostReadAll());
    }

    /// <summary>Uses all that a program can ask of the board, refusals included, and keeps the answers in flash.</summary>
    private static void Firmware()
    {
        GpioPin button = new GpioController().OpenPin(27, PinMode.InputPullUp);
        using Ssd1306 panel = new(Rig.OpenPanel());
        byte[] drawn = new byte[32];
        new Random(1).NextBytes(drawn);
        panel.DrawDirectAligned(8, 8, 32, 8, drawn);
        panel.Display();
        var clock = I2cDevice.Create(new I2cConnectionSettings(1, 0x68));
        byte[] time = new byte[7];
        clock.WriteRead(new byte[1], time);
        bool isNobodyThere = I2cDevice.Create(new I2cConnectionSettings(1, 0x11)).WriteByte(1).Status != I2cTransferStatus.FullTransfer;
        Rig.WireSerial();
        using var port = new System.IO.Ports.SerialPort("COM2", 115200) { ReadTimeout = 40 };
        port.Open();
        string levels = isNobodyThere.ToString();
        for (int i = 0; i < 12; i++)
        {
            Thread.Sleep(110);
            levels += button.Read() == PinValue.High ? '1' : '0';
            levels += port.BytesToRead;
            try
            {
                levels += (char)port.ReadByte();
            }
            catch (TimeoutException)
            {
                levels += '-';
            }
        }

        port.Write(time, 0, time.Length);
        Keep("a", levels + HighResTimer.GetCurrent() + DateTime.UtcNow.Ticks + new AdcController().OpenChannel(0).ReadValue() + new Random(1).Next());
        File.Delete("I:\\c");
        File.Move("I:\\a", "I:\\c");
        try
        {
            File.Move("I:\\nothing", "I:\\a");
        }
        catch (IOException)
        {
            Keep("b", levels);
        }

        EnableWakeupByPin(WakeupGpioPin.Pin27, 0);
        EnableWakeupByTimer(TimeSpan.FromSeconds(4));
        StartDeepSleep();
    }

    private static void Forgetful()
    {
        Keep("runs", s_runs++.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Thread.Sleep(500);
        Keep("again", s_runs.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Rig.SleepFor(TimeSpan.FromSeconds(4));
    }

    private static void Keep(string name, string text) => File.WriteAllBytes("I:\\" + name, System.Text.Encoding.UTF8.GetBytes(text));
}
