using NanoBoard.Events;

namespace NanoBoard.Guests.Tests;

/// <summary>Threads, timers and events of a guest: on virtual time, one after another, the same in every run.</summary>
public class ThreadTests
{
    private static string Program(string main, string members = "") => $$"""
        using System;
        using System.Diagnostics;
        using System.Threading;
        class Program
        {
            static void Say(string text) { Debug.WriteLine(Environment.TickCount64.ToString() + " " + text); }
            {{members}}
            static void Main() { {{main}} Thread.Sleep(-1); }
        }
        """;

    /// <summary>The printed lines, each with the time since Main began, rounded down to 50 ms: every wait ends up to a tick of 10 ms late.</summary>
    private static string[] Run(string main, string members = "", double seconds = 10)
    {
        using GuestRig rig = GuestRig.On(Program("Say(\"begin\"); " + main, members), seconds);
        long begin = long.Parse(rig.Printed[0].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        return [.. rig.Printed.Skip(1).Select(line => line.Split(' ', 2)).Select(parts => (long.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture) - begin, parts[1])).Select(line => $"{line.Item1 / 50 * 50} {line.Item2}")];
    }

    [Fact]
    public void Two_threads_take_turns_where_they_wait() => Assert.Equal(
        ["0 main", "0 other", "200 other", "300 main", "400 other", "600 main"],
        Run(
            "new Thread(Other).Start(); for (int i = 0; i < 3; i++) { Say(\"main\"); Thread.Sleep(300); }",
            "static void Other() { for (int i = 0; i < 3; i++) { Say(\"other\"); Thread.Sleep(200); } }"));

    [Fact]
    public void A_thread_that_computes_gives_way_after_20_milliseconds()
    {
        using GuestRig rig = GuestRig.On(
            Program(
                "new Thread(Busy).Start(); Thread.Sleep(10); for (int i = 0; i < 3; i++) { Say(\"main\"); Thread.Sleep(10); }",
                "static void Busy() { int n = 0; while (true) { n++; } }"),
            2);
        long[] times = [.. rig.Printed.Select(line => long.Parse(line.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(3, times.Length);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 10, 40));
    }

    [Fact]
    public void Join_waits_for_the_end_and_no_longer_than_told() => Assert.Equal(
        ["100 in time: False", "500 ended", "500 joined: True, alive: False"],
        Run(
            """
            Thread t = new Thread(() => { Thread.Sleep(500); Say("ended"); });
            t.Start();
            Say("in time: " + t.Join(100).ToString());
            t.Join();
            Say("joined: " + t.Join(0).ToString() + ", alive: " + t.IsAlive.ToString());
            """));

    [Fact]
    public void A_thread_tells_its_number_state_and_priority_and_begins_once() => Assert.Equal(
        ["0 1 8 2", "0 started twice", "0 inside True", "0 16"],
        Run(
            """
            Thread t = null;
            t = new Thread(() => Say("inside " + (Thread.CurrentThread == t).ToString()));
            Say(Thread.CurrentThread.ManagedThreadId.ToString() + " " + ((int)t.ThreadState).ToString() + " " + ((int)t.Priority).ToString());
            t.Start();
            try { t.Start(); } catch (ArgumentException) { Say("started twice"); }
            Thread.Sleep(10);
            Say(((int)t.ThreadState).ToString());
            """));

    [Fact]
    public void Suspend_stops_a_thread_and_resume_lets_it_go_on() => Assert.Equal(
        ["0 tick", "100 tick", "150 suspended", "1150 tick", "1250 tick"],
        Run(
            """
            Thread t = new Thread(() => { for (int i = 0; i < 4; i++) { Say("tick"); Thread.Sleep(100); } });
            t.Start();
            Thread.Sleep(150);
            t.Suspend(); Say("suspended");
            Thread.Sleep(1000);
            t.Resume();
            """));

    [Fact]
    public void Abort_ends_a_thread_where_it_waits() => Assert.Equal(
        ["50 caught, finally", "50 alive: False"],
        Run(
            """
            Thread t = new Thread(() => { try { Thread.Sleep(-1); } catch (ThreadAbortException) { Say("caught, finally"); } });
            t.Start();
            Thread.Sleep(50);
            t.Abort();
            t.Join();
            Say("alive: " + t.IsAlive.ToString());
            """));

    [Fact]
    public void A_lock_keeps_others_out_until_it_is_left_and_may_be_taken_again_by_its_holder() => Assert.Equal(
        ["0 other in", "300 other out", "300 main in"],
        Run(
            """
            new Thread(() => { lock (s_gate) { lock (s_gate) { Say("other in"); } Thread.Sleep(300); Say("other out"); } }).Start();
            Thread.Sleep(10);
            lock (s_gate) { Say("main in"); }
            """,
            "static readonly object s_gate = new object();"));

    [Fact]
    public void An_auto_reset_event_lets_one_go_each_time() => Assert.Equal(
        ["100 one", "200 one", "250 none"],
        Run(
            """
            AutoResetEvent e = new AutoResetEvent(false);
            new Thread(() => { e.WaitOne(); Say("one"); }).Start();
            new Thread(() => { e.WaitOne(); Say("one"); }).Start();
            Thread.Sleep(100); e.Set(); Thread.Sleep(100); e.Set();
            Thread.Sleep(0);
            if (!e.WaitOne(50, false)) { Say("none"); }
            """));

    [Fact]
    public void A_manual_reset_event_stays_set_and_several_can_be_awaited() => Assert.Equal(
        ["100 any: 1", "100 any: 1", "100 late: 258", "200 all: True", "200 all: False"],
        Run(
            """
            ManualResetEvent a = new ManualResetEvent(false), b = new ManualResetEvent(false);
            WaitHandle[] both = new WaitHandle[] { a, b };
            new Thread(() => { Thread.Sleep(100); b.Set(); Thread.Sleep(100); b.Set(); a.Set(); }).Start();
            Say("any: " + WaitHandle.WaitAny(both).ToString());
            Say("any: " + WaitHandle.WaitAny(both).ToString());
            b.Reset();
            Say("late: " + WaitHandle.WaitAny(both, 10, false).ToString());
            Say("all: " + WaitHandle.WaitAll(both).ToString());
            a.Reset();
            Say("all: " + WaitHandle.WaitAll(both, 10, false).ToString());
            """));

    [Fact]
    public void A_timer_calls_at_its_times_until_it_is_changed_or_disposed() => Assert.Equal(
        ["250 x", "350 x", "450 x", "1000 x"],
        Run(
            """
            Timer t = new Timer(state => Say((string)state), "x", 250, 100);
            Thread.Sleep(490);
            t.Change(500, -1);
            Thread.Sleep(1000);
            t.Change(100, 100);
            t.Dispose();
            """));

    [Fact]
    public void A_timer_whose_callback_is_slow_does_not_pile_up() => Assert.Equal(
        ["100 a", "350 a", "600 a"],
        Run("Timer t = new Timer(s => { Say(\"a\"); Thread.Sleep(250); }, null, 100, 100); Thread.Sleep(750); t.Dispose();").Take(3));

    [Fact]
    public void A_thread_that_throws_dies_alone()
    {
        using GuestRig rig = GuestRig.On(Program("new Thread(() => { throw new InvalidOperationException(\"mine\"); }).Start(); Thread.Sleep(100); Say(\"alive\");"), 2);
        Assert.Equal("InvalidOperationException: mine", Assert.Single(rig.Log.OfType<ThreadDied>()).Reason);
        Assert.EndsWith("alive", Assert.Single(rig.Printed), StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_goes_on_while_a_thread_lives_though_main_returned()
    {
        using GuestRig rig = GuestRig.On("class Program { static void Main() { new System.Threading.Thread(() => System.Threading.Thread.Sleep(2000)).Start(); } }", 2);
        Assert.Equal(BoardState.Awake, rig.Board.State);
        rig.Run(1);
        Assert.Equal(BoardState.Hung, rig.Board.State);
    }

    [Theory]
    [InlineData("t.Start(); Thread.Sleep(300);")]
    [InlineData("t.Start(); t.Join();")]
    public void Deep_sleep_from_any_thread_ends_them_all(string main)
    {
        using GuestRig rig = GuestRig.On(
            Program(
                "Thread t = new Thread(() => { Thread.Sleep(100); Go(); Say(\"never\"); }); new Thread(() => { try { Thread.Sleep(-1); } finally { Say(\"never\"); } }).Start(); new Timer(s => Say(\"never\"), null, 200, 200); " + main,
                "static void Go() { nanoFramework.Hardware.Esp32.Sleep.StartDeepSleep(); }"),
            5);
        Assert.Equal(BoardState.Asleep, rig.Board.State);
        Assert.Empty(rig.Printed);
    }

    [Fact]
    public void The_power_can_go_while_several_threads_wait()
    {
        using GuestRig rig = GuestRig.On(Program("for (int i = 0; i < 5; i++) { new Thread(() => { while (true) { Thread.Sleep(70); } }).Start(); }"), 1.234);
        rig.Board.CutPower();
        rig.Board.ConnectPower();
        rig.Run(1);
        Assert.Equal(2, rig.Board.Counters.Boots);
        Assert.Equal(BoardState.Awake, rig.Board.State);
    }

    [Fact]
    public void The_same_program_runs_the_same_to_the_last_tick()
    {
        const string Main = """
            for (int i = 0; i < 4; i++) { int n = i; new Thread(() => { Random r = new Random(7); for (int k = 0; k < 20; k++) { Thread.Sleep(r.Next(50)); lock (s_gate) { Say(n.ToString()); } } }).Start(); }
            """;
        using GuestRig first = GuestRig.On(Program(Main, "static readonly object s_gate = new object();"), 5);
        using GuestRig second = GuestRig.On(Program(Main, "static readonly object s_gate = new object();"), 5);
        Assert.Equal(80, first.Printed.Length);
        Assert.Equal(first.Log.Select(e => e.ToString()), second.Log.Select(e => e.ToString()));
    }
}
