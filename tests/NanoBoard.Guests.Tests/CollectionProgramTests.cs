namespace NanoBoard.Guests.Tests;

/// <summary>Programs with tables, queues, stop watches and what the platform says of itself.</summary>
public class CollectionProgramTests
{
    private static string[] Run(string main, double seconds = 5, string members = "")
    {
        using GuestRig rig = GuestRig.On(
            $$"""
            using System;
            using System.Collections;
            using System.Diagnostics;
            using System.Threading;
            class Program
            {
                static void Say(string text) { Console.WriteLine(text); }
                {{members}}
                static void Main() { {{main}} Thread.Sleep(-1); }
            }
            """,
            seconds);
        Assert.Empty(rig.Board.Misuses);
        return rig.Printed;
    }

    [Fact]
    public void A_table_finds_its_values_and_its_entries_are_objects() => Assert.Equal(
        ["2 21 none True", "42", "one,two", "1 False 0"],
        Run(
            """
            Hashtable table = new Hashtable(4);
            table.Add("one", 20);
            table["two"] = 22;
            table["one"] = 21;
            Say(table.Count + " " + table["one"] + " " + (table["three"] == null ? "none" : "some") + " " + table.Contains("two"));
            int sum = 0;
            foreach (DictionaryEntry entry in table) { sum += (int)entry.Value - ((string)entry.Key == "one" ? 1 : 0); }
            Say(sum.ToString());
            bool hasOne = false, hasTwo = false;
            foreach (string key in table.Keys) { hasOne |= key == "one"; hasTwo |= key == "two"; }
            Say((hasOne ? "one" : "") + "," + (hasTwo ? "two" : ""));
            Hashtable copy = (Hashtable)table.Clone();
            table.Remove("one");
            string text = table.Count + " " + table.Contains("one");
            copy.Clear();
            Say(text + " " + copy.Count);
            """));

    [Fact]
    public void Queues_and_stacks_give_what_they_took() => Assert.Equal(
        ["a 2", "c b", "empty"],
        Run(
            """
            Queue queue = new Queue();
            queue.Enqueue("a"); queue.Enqueue("b"); queue.Enqueue("c");
            Say(queue.Dequeue() + " " + queue.Count);
            Stack stack = new Stack();
            foreach (object one in queue) { stack.Push(one); }
            Say(stack.Pop() + " " + stack.Peek());
            queue.Clear();
            try { queue.Dequeue(); } catch (InvalidOperationException) { Say("empty"); }
            """));

    [Fact]
    public void A_stop_watch_runs_on_virtual_time() => Assert.Equal(
        ["500 True", "500 False", "1000", "True True", "0"],
        Run(
            """
            Stopwatch watch = Stopwatch.StartNew();
            Thread.Sleep(500);
            Say(watch.ElapsedMilliseconds / 20 * 20 + " " + watch.IsRunning);
            watch.Stop();
            Thread.Sleep(500);
            Say(watch.ElapsedMilliseconds / 20 * 20 + " " + watch.IsRunning);
            watch.Start();
            Thread.Sleep(500);
            Say((watch.Elapsed.Ticks / TimeSpan.TicksPerMillisecond / 50 * 50).ToString());
            Say((Stopwatch.Frequency == TimeSpan.TicksPerSecond) + " " + (watch.ElapsedTicks >= 10000000));
            watch.Restart();
            watch.Reset();
            Say(watch.ElapsedTicks.ToString());
            """));

    [Fact]
    public void Short_delays_take_their_time_and_no_more() => Assert.Equal(
        ["2"],
        Run(
            """
            Stopwatch watch = Stopwatch.StartNew();
            System.Device.DelayHelper.DelayMicroseconds(500, false);
            System.Device.DelayHelper.DelayMilliseconds(1, false);
            System.Device.DelayHelper.Delay(TimeSpan.FromMilliseconds(1), false);
            Say(watch.ElapsedMilliseconds.ToString());
            """));

    [Fact]
    public void Moments_are_compared_parsed_and_told_apart() => Assert.Equal(
        ["-1 1 True", "02:00:00", "2026-02-03 04:05:06 1", "False", "1970-01-01"],
        Run(
            """
            DateTime one = new DateTime(2026, 1, 1), two = one.AddHours(2);
            Say(DateTime.Compare(one, two) + " " + two.CompareTo(one) + " " + DateTime.Equals(one, new DateTime(one.Ticks, DateTimeKind.Utc)));
            Say(two.Subtract(one).ToString());
            Say(DateTime.Parse("2026-02-03T04:05:06Z").ToString("yyyy-MM-dd HH:mm:ss") + " " + (int)one.Kind);
            DateTime none;
            Say(DateTime.TryParse("soon", out none).ToString());
            Say(DateTime.Today.ToString("yyyy-MM-dd"));
            """));

    [Fact]
    public void A_restart_is_a_boot_after_the_handlers_and_the_calendar_goes_on()
    {
        using GuestRig rig = GuestRig.On(
            """
            using System;
            using nanoFramework.Runtime.Native;
            class Program
            {
                static void Main()
                {
                    Console.WriteLine(SystemInfo.Platform + " " + SystemInfo.TargetName + " " + (DateTime.UtcNow.Year > 2000 ? "set" : "fresh") + " " + (nanoFramework.Runtime.Native.GC.Run(true) > 0));
                    if (DateTime.UtcNow.Year > 2000) { System.Threading.Thread.Sleep(-1); }
                    Rtc.SetSystemTime(new DateTime(2026, 1, 1));
                    Power.OnRebootEvent += () => Console.WriteLine("going");
                    try { Power.RebootDevice(); } finally { Console.WriteLine("never"); }
                }
            }
            """,
            5);
        Assert.Equal(["ESP32 ESP32_REV3 fresh True", "going", "ESP32 ESP32_REV3 set True"], rig.Printed);
        Assert.Equal(2, rig.Board.Counters.Boots);
    }

    [Fact]
    public void The_converter_tells_its_range_and_the_pin_of_a_channel() => Assert.Equal(
        ["20 0 4095 12", "True 34", "27", "fixed"],
        Run(
            """
            System.Device.Adc.AdcController adc = new System.Device.Adc.AdcController();
            Say(adc.ChannelCount + " " + adc.MinValue + " " + adc.MaxValue + " " + adc.ResolutionInBits);
            System.Device.Adc.AdcChannel channel = adc.OpenChannel(6);
            Say((channel.ReadRatio() >= 0 && channel.Controller == adc && adc.IsChannelModeSupported(adc.ChannelMode)) + " " + nanoFramework.Hardware.Esp32.Configuration.GetFunctionPin(nanoFramework.Hardware.Esp32.DeviceFunction.ADC1_CH6));
            Say(nanoFramework.Hardware.Esp32.Configuration.GetFunctionPin(nanoFramework.Hardware.Esp32.DeviceFunction.ADC1_CH17).ToString());
            try { nanoFramework.Hardware.Esp32.Configuration.SetPinFunction(4, nanoFramework.Hardware.Esp32.DeviceFunction.ADC1_CH6); } catch (ArgumentException) { Say("fixed"); }
            """));
}
