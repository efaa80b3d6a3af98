using NanoBoard.Running;
using nanoFramework.Hardware.Esp32;

namespace NanoBoard.Tests.Running;

public sealed class HandOffTests
{
    [Fact]
    public void A_fault_of_the_board_ends_at_the_caller_and_not_the_process()
    {
        FirmwareThread thread = FirmwareThread.Rent(() => throw new InvalidCastException("the board's"));
        Assert.Equal("the board's", Assert.Throws<InvalidCastException>(() => thread.Run(() => 0)).Message);
        Assert.True(thread.Run(() => 0));
    }

    [Fact]
    public void The_firmware_starts_when_the_boot_time_is_over_and_not_before()
    {
        bool hasStarted = false;
        using var rig = new Rig(() =>
        {
            hasStarted = true;
            Thread.Sleep(-1);
        });
        rig.Board.ConnectPower();
        rig.Run(TimeSpan.FromMilliseconds(599));
        Assert.False(hasStarted);
        rig.Run(TimeSpan.FromMilliseconds(1));
        Assert.True(hasStarted);
        Assert.Equal(BoardState.Awake, rig.Board.State);
    }

    [Fact]
    public void The_firmware_parks_in_the_middle_of_a_call_at_the_horizon()
    {
        int step = 0;
        using var rig = new Rig(() =>
        {
            step = 1;
            Thread.Sleep(100);
            step = 2;
            Thread.Sleep(100);
            step = 3;
            Thread.Sleep(-1);
        });
        rig.Boot();
        Assert.Equal(1, step);
        rig.Run(TimeSpan.FromMilliseconds(50));
        Assert.Equal(1, step);
        rig.Run(TimeSpan.FromMilliseconds(60));
        Assert.Equal(2, step);
        rig.Run(TimeSpan.FromMilliseconds(200));
        Assert.Equal(3, step);
    }

    [Fact]
    public void Time_stands_exactly_where_the_host_asked_for_it()
    {
        using var rig = new Rig(() => Thread.Sleep(-1));
        rig.Board.ConnectPower();
        DateTimeOffset start = rig.Board.Now;
        for (int i = 1; i <= 50; i++)
        {
            rig.Run(TimeSpan.FromMilliseconds(37));
            Assert.Equal(start.AddMilliseconds(37 * i), rig.Board.Now);
        }
    }

    [Fact]
    public void A_program_that_polls_lets_time_pass()
    {
        using Rig rig = Rig.Once(() =>
        {
            ulong end = HighResTimer.GetCurrent() + 1_000_000;
            while (HighResTimer.GetCurrent() < end)
            {
            }
        });
        Assert.InRange(rig.Board.Counters.ApiCalls, 9_000, 11_000);
    }

    [Fact]
    public void Planned_events_happen_in_the_middle_of_a_sleep_of_the_firmware()
    {
        var order = new List<string>();
        using var rig = new Rig(() =>
        {
            order.Add("before");
            Thread.Sleep(1000);
            order.Add("after");
            Thread.Sleep(-1);
        });
        rig.Board.ConnectPower();
        rig.Board.Timeline.Schedule(Rig.Second, () => order.Add("event"));
        rig.Run(TimeSpan.FromSeconds(3));
        Assert.Equal(["before", "event", "after"], order);
    }

    [Fact]
    public void Time_cannot_be_moved_from_inside()
    {
        using var rig = new Rig(() => Thread.Sleep(-1));
        rig.Board.ConnectPower();
        Exception? caught = null;
        rig.Board.Timeline.Schedule(Rig.Second, () => caught = Record.Exception(() => rig.Board.Advance(Rig.Second)));
        rig.Run(TimeSpan.FromSeconds(2));
        Assert.IsType<InvalidOperationException>(caught);
        Assert.Throws<ArgumentOutOfRangeException>(() => rig.Board.Advance(-Rig.Second));
    }

    [Fact]
    public void A_sleeping_board_has_no_run_and_thousands_of_them_no_threads()
    {
        int before = System.Diagnostics.Process.GetCurrentProcess().Threads.Count;
        var rigs = new List<Rig>();
        for (int i = 0; i < 500; i++)
        {
            var rig = new Rig(() => Sleep.StartDeepSleep(), new BoardOptions { Seed = i });
            rig.Board.ConnectPower();
            rig.Run(Rig.Second);
            Assert.Equal(BoardState.Asleep, rig.Board.State);
            Assert.Null(rig.Board.Boot);
            rigs.Add(rig);
        }

        Assert.InRange(System.Diagnostics.Process.GetCurrentProcess().Threads.Count - before, int.MinValue, 100);
        rigs.ForEach(rig => rig.Dispose());
    }

    [Fact]
    public void The_api_off_a_board_says_what_to_do()
    {
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => Thread.Sleep(1));
        Assert.Contains("VirtualBoard", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_boards_side_by_side_do_not_mix()
    {
        var seen = new List<int>();
        Rig[] rigs = [.. Enumerable.Range(0, 4).Select(i => new Rig(() =>
        {
            while (true)
            {
                Thread.Sleep(1000);
                seen.Add(i);
            }
        }))];
        foreach (Rig rig in rigs)
        {
            rig.Board.ConnectPower();
        }

        for (int second = 0; second < 3; second++)
        {
            foreach (Rig rig in rigs)
            {
                rig.Run(TimeSpan.FromMilliseconds(1010));
            }
        }

        Assert.Equal([0, 1, 2, 3, 0, 1, 2, 3], seen);
        foreach (Rig rig in rigs)
        {
            rig.Dispose();
        }
    }

    /// <summary>A thread that went back to the pool was still asked whether it had ended, when another board ran on it already.</summary>
    [Fact]
    public void Boards_that_share_the_threads_of_the_pool_all_run_as_if_alone()
    {
        const int Boards = 48; // many more than processors: the schedule must tear between two lines
        (long Wakes, long ApiCalls, BoardState State)[] seen = new (long, long, BoardState)[Boards];
        System.Threading.Thread[] hosts = [.. Enumerable.Range(0, Boards).Select(board => new System.Threading.Thread(() => seen[board] = AnHourOfWakes()))];
        Array.ForEach(hosts, host => host.Start());
        Array.ForEach(hosts, host => host.Join());
        var alone = AnHourOfWakes();
        Assert.All(seen, one => Assert.Equal(alone, one));
    }

    private static (long Wakes, long ApiCalls, BoardState State) AnHourOfWakes()
    {
        using var rig = new Rig(() => Rig.SleepFor(Rig.Second));
        rig.Board.ConnectPower();
        for (int second = 0; second < 3600; second++)
        {
            rig.Run(Rig.Second);
        }

        return (rig.Board.Counters.Wakes, rig.Board.Counters.ApiCalls, rig.Board.State);
    }

    [Fact]
    public void What_a_subscriber_throws_reaches_the_host_and_not_the_firmware()
    {
        bool didFirmwareGoOn = false;
        using var rig = new Rig(() =>
        {
            File.WriteAllBytes("I:\\a", [1]);
            didFirmwareGoOn = true;
            Sleep.StartDeepSleep();
        });
        rig.Board.Happened += e =>
        {
            if (e is Events.FlashChanged)
            {
                throw new FormatException("of the subscriber");
            }
        };
        rig.Board.ConnectPower();
        Assert.Throws<FormatException>(() => rig.Run(Rig.Second));
        Assert.True(didFirmwareGoOn);
    }
}
