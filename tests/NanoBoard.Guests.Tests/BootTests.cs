namespace NanoBoard.Guests.Tests;

/// <summary>A guest is loaded anew at every boot, and begins as the device begins it.</summary>
public class BootTests
{
    private const string Counter = """
        using System;
        using System.Diagnostics;
        using nanoFramework.Hardware.Esp32;

        public class Program
        {
            private static int s_boots;

            public static void Main()
            {
                s_boots++;
                Debug.WriteLine("boot " + s_boots.ToString() + " " + ((int)Sleep.GetWakeupCause()).ToString());
                Sleep.EnableWakeupByTimer(new TimeSpan(0, 0, 10));
                Sleep.StartDeepSleep();
                Debug.WriteLine("never");
            }
        }
        """;

    [Fact]
    public void Static_fields_die_in_deep_sleep_at_reset_and_with_the_power()
    {
        using GuestRig rig = GuestRig.On(Counter, 25);
        rig.Board.Reset();
        rig.Run(2);
        rig.Board.CutPower();
        rig.Board.ConnectPower();
        rig.Run(2);
        Assert.Equal(["boot 1 0", "boot 1 4", "boot 1 4", "boot 1 0", "boot 1 0"], rig.Printed);
        Assert.Empty(rig.Board.Misuses);
    }

    [Fact]
    public void Static_constructors_run_before_main_whether_their_type_is_used_or_not()
    {
        using GuestRig rig = GuestRig.On(
            """
            using System.Diagnostics;
            class Unused { public static readonly bool Done = Say(); static bool Say() { Debug.WriteLine("constructed"); return true; } }
            class Program { static void Main(string[] args) { Debug.WriteLine("main " + args.Length.ToString()); System.Threading.Thread.Sleep(-1); } }
            """,
            2);
        Assert.Equal(["constructed", "main 0"], rig.Printed);
    }

    [Fact]
    public void A_program_of_top_level_statements_runs()
    {
        using GuestRig rig = GuestRig.On(
            """
            using System.Diagnostics;
            using System.Threading;
            for (int i = 0; i < 3; i++) { Debug.WriteLine("round " + i.ToString()); Thread.Sleep(500); }
            Thread.Sleep(Timeout.Infinite);
            """,
            5);
        Assert.Equal(["round 0", "round 1", "round 2"], rig.Printed);
        Assert.Equal(BoardState.Awake, rig.Board.State);
    }

    [Fact]
    public void A_library_that_was_compiled_for_the_device_comes_along()
    {
        using GuestRig rig = GuestRig.On(
            """
            class Program { static void Main() { System.Console.WriteLine(Library.Names.Of(Library.Kind.Second)); System.Threading.Thread.Sleep(-1); } }
            """,
            2,
            library: """
            namespace Library
            {
                public enum Kind { First, Second }
                public static class Names { private static int s_asked; public static string Of(Kind kind) { s_asked++; return kind.ToString() + "/" + s_asked.ToString(); } }
            }
            """);
        Assert.Equal(["1/1"], rig.Printed);
    }

    [Fact]
    public void A_main_that_throws_hangs_the_chip_and_says_where()
    {
        using var rig = new GuestRig("class Program { static void Main() { string s = null; int n = s.Length; } }");
        rig.Board.ConnectPower();
        rig.Board.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(BoardState.Hung, rig.Board.State);
        Assert.Contains("Guest.cs:line 1", rig.Board.FirmwareException!.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loop_without_a_board_call_takes_virtual_time_and_holds_up_nobody()
    {
        using GuestRig rig = GuestRig.On("class Program { static void Main() { while (true) { } } }", 10);
        Assert.Equal(BoardState.Awake, rig.Board.State);
        rig.Board.CutPower();
        Assert.Equal(BoardState.Off, rig.Board.State);
    }

    [Fact]
    public void A_catch_all_in_a_loop_does_not_catch_the_end_of_the_run()
    {
        using GuestRig rig = GuestRig.On(
            """
            using System;
            using System.Diagnostics;
            using System.Threading;
            class Program
            {
                static void Main()
                {
                    while (true)
                    {
                        try { Thread.Sleep(100); throw new InvalidOperationException("mine"); }
                        catch (Exception e) { Debug.WriteLine(e.Message); }
                    }
                }
            }
            """,
            0.75);
        rig.Board.CutPower();
        Assert.NotEmpty(rig.Printed);
        Assert.All(rig.Printed, line => Assert.Equal("mine", line));
    }
}
