using System.Globalization;

namespace NanoBoard.Guests.Tests;

/// <summary>Programs that never wait: each ends after an amount of work that does not depend on the machine, and the host hears where it was.</summary>
public class EndlessTests
{
    private static readonly BoardOptions s_short = new() { MostLoops = 100_000 };

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("for (;;) { s_n++; }")]
    [InlineData("again: s_n++; goto again;")]
    [InlineData("do { try { s_n++; } finally { s_n--; } } while (true);")]
    [InlineData("while (true) { try { throw new Exception(); } catch (Exception) { } }")]
    [InlineData("while (true) { try { while (true) { } } catch (Exception) { } finally { s_n++; } }")]
    [InlineData("while (!s_flag) { }")]
    [InlineData("while (true) { switch (s_n) { case 0: s_n = 1; break; case 1: s_n = 2; break; default: s_n = 0; break; } }")]
    [InlineData("foreach (object o in new Forever()) { s_n++; }")]
    public void A_loop_that_nothing_can_end_is_a_misuse_and_the_board_hangs(string loop)
    {
        using GuestRig rig = Endless(loop);
        Assert.Contains("Program.Main (Guest.cs:9)", Assert.Single(rig.Board.Misuses), StringComparison.Ordinal);
        Assert.Equal(BoardState.Hung, rig.Board.State);
        Assert.IsType<BoardMisuseException>(rig.Board.FirmwareException);

        rig.Board.Reset();
        rig.Board.Advance(TimeSpan.FromDays(365));
        Assert.Equal((2, 2, BoardState.Hung), (rig.Board.Counters.Boots, rig.Board.Misuses.Count, rig.Board.State));
    }

    [Theory]
    [InlineData("Dive(0);", "Program.Dive (Guest.cs:11)")]
    [InlineData("new Program();", "Program..ctor (Guest.cs:12)")]
    [InlineData("s_dive = () => s_dive(); s_dive();", "Program")]
    [InlineData("s_n = new Odd().Of(3);", ".Of (Guest.cs:14)")]
    [InlineData("try { Dive(0); } catch (Exception) { while (true) { } }", "Program.Dive (Guest.cs:11)")]
    public void A_recursion_without_end_is_a_misuse_and_does_not_take_the_host_along(string call, string place)
    {
        using GuestRig rig = Endless(call);
        Assert.Contains(place, Assert.Single(rig.Board.Misuses), StringComparison.Ordinal);
        Assert.Equal(BoardState.Hung, rig.Board.State);
    }

    [Fact]
    public void A_computation_that_branches_without_end_is_a_misuse() => Assert.Contains("MostLoops", Assert.Single(Endless("s_n = Fib(90);").Board.Misuses), StringComparison.Ordinal);

    [Fact]
    public void Calls_may_be_nested_as_deep_as_the_device_allows()
    {
        using GuestRig rig = Endless("Console.WriteLine(Sum(800).ToString()); System.Threading.Thread.Sleep(-1);");
        Assert.Equal(["320400"], rig.Printed);
        Assert.Empty(rig.Board.Misuses);
    }

    [Theory]
    [InlineData("DateTime.UtcNow.Ticks < end")]
    [InlineData("Environment.TickCount64 < 5600")]
    [InlineData("watch.ElapsedMilliseconds < 5000")]
    [InlineData("pin.Read() == System.Device.Gpio.PinValue.High")]
    [InlineData("!source.IsCancellationRequested")]
    [InlineData("!source.Token.IsCancellationRequested")]
    [InlineData("thread.IsAlive")]
    [InlineData("!s_flag")]
    public void A_loop_that_asks_for_what_time_brings_ends(string condition)
    {
        using var rig = new GuestRig(Program(
            $$"""
            System.Threading.Thread thread = new System.Threading.Thread(() => { System.Threading.Thread.Sleep(5000); s_flag = true; }); thread.Start();
            System.Threading.CancellationTokenSource source = new System.Threading.CancellationTokenSource(5000);
            System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
            System.Device.Gpio.GpioPin pin = new System.Device.Gpio.GpioController().OpenPin(33, System.Device.Gpio.PinMode.Input);
            long end = DateTime.UtcNow.Ticks + 5 * TimeSpan.TicksPerSecond;
            while ({{condition}}) { }
            Console.WriteLine(watch.ElapsedMilliseconds.ToString());
            System.Threading.Thread.Sleep(-1);
            """));
        rig.Board.Lines[33].Drive(true);
        rig.Board.ConnectPower();
        rig.Board.Timeline.Schedule(TimeSpan.FromSeconds(5.6), () => rig.Board.Lines[33].Drive(false));
        rig.Run(10);
        Assert.InRange(int.Parse(Assert.Single(rig.Printed), CultureInfo.InvariantCulture), 4950, 5100);
        Assert.Empty(rig.Board.Misuses);
    }

    [Theory]
    [InlineData("new System.Threading.Thread(() => { System.Threading.Thread.Sleep(2000000); s_flag = true; }).Start();")]
    [InlineData("new System.Threading.Timer(state => s_flag = true, null, 2000000, -1);")]
    [InlineData("System.Device.Gpio.GpioPin pin = new System.Device.Gpio.GpioController().OpenPin(33, System.Device.Gpio.PinMode.InputPullUp); pin.ValueChanged += (s, e) => s_flag = true;")]
    public void A_loop_that_another_part_of_the_program_ends_stands_still_until_then(string other)
    {
        (double Whole, double Parts) ended = (Run(TimeSpan.FromDays(1)), Run(TimeSpan.FromMinutes(1)));
        Assert.InRange(ended.Whole, 1999, 2001);
        Assert.Equal(ended.Whole, ended.Parts);

        double Run(TimeSpan step)
        {
            using var rig = new GuestRig(Program(other + " while (!s_flag) { s_n++; } Console.WriteLine(s_n.ToString()); System.Threading.Thread.Sleep(-1);"), s_short);
            rig.Board.ConnectPower();
            rig.Board.Timeline.Schedule(TimeSpan.FromSeconds(2000.6), () => rig.Board.Lines[33].Drive(false));
            for (TimeSpan passed = TimeSpan.Zero; passed < TimeSpan.FromDays(1); passed += step)
            {
                rig.Run(step.TotalSeconds);
            }

            Assert.Empty(rig.Board.Misuses);
            return (Assert.Single(rig.Log.OfType<Events.TextPrinted>()).At - rig.Board.Options.StartsAt - rig.Board.Options.BootTime).TotalSeconds;
        }
    }

    [Fact]
    public void Two_threads_that_both_loop_without_end_are_a_misuse() => Assert.Equal(
        BoardState.Hung,
        Endless("new System.Threading.Thread(() => { while (!s_flag) { } }).Start(); while (!s_flag) { }").Board.State);

    [Fact]
    public void A_finalizer_does_not_run_behind_the_boards_back()
    {
        using GuestRig rig = Endless("for (int i = 0; i < 100; i++) { new Leaky(); } System.Threading.Thread.Sleep(-1);");
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.Empty(rig.Printed);
    }

    private static GuestRig Endless(string main)
    {
        var rig = new GuestRig(Program(main), s_short);
        rig.Board.ConnectPower();
        rig.Board.Advance(TimeSpan.FromDays(365));
        return rig;
    }

    private static string Program(string main) => $$"""
        using System;
        using System.Collections;
        class Program
        {
            static int s_n;
            static bool s_flag;
            static Action s_dive;
            static void Main() {
                {{main.ReplaceLineEndings(" ")}}
            }
            static void Dive(int depth) { Dive(depth + 1); s_n = depth; }
            Program() { new Program(); }
            static int Fib(int n) { return n < 2 ? n : Fib(n - 1) + Fib(n - 2); } static int Sum(int n) { return n == 0 ? 0 : n + Sum(n - 1); }
            class Odd { public virtual int Of(int n) { return 1 + new Even().Of(n); } } class Even { public int Of(int n) { return 1 + new Odd().Of(n); } }
            class Leaky { ~Leaky() { Console.WriteLine("finalized"); } }
            class Forever : IEnumerable, IEnumerator { public IEnumerator GetEnumerator() { return this; } public object Current { get { return null; } } public bool MoveNext() { return true; } public void Reset() { } }
        }
        """;
}
