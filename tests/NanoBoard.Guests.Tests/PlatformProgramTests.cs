namespace NanoBoard.Guests.Tests;

/// <summary>Programs about files, networks that are none, and giving up in time.</summary>
public class PlatformProgramTests
{
    [Fact]
    public void A_counter_in_a_file_outlives_deep_sleep()
    {
        using GuestRig rig = GuestRig.On(
            """
            using System;
            using System.Diagnostics;
            using System.IO;
            using System.Text;
            using nanoFramework.Hardware.Esp32;
            public class Program
            {
                public static void Main()
                {
                    const string Path = "I:\\count.txt";
                    int count = 0;
                    if (File.Exists(Path))
                    {
                        using (FileStream file = File.OpenRead(Path))
                        {
                            byte[] bytes = new byte[(int)file.Length];
                            file.Read(bytes, 0, bytes.Length);
                            count = int.Parse(Encoding.UTF8.GetString(bytes, 0, bytes.Length));
                        }
                    }

                    File.WriteAllBytes(Path, Encoding.UTF8.GetBytes((++count).ToString()));
                    Debug.WriteLine("count " + count.ToString());
                    Sleep.EnableWakeupByTimer(TimeSpan.FromMinutes(1));
                    Sleep.StartDeepSleep();
                }
            }
            """,
            200);
        Assert.Equal(["count 1", "count 2", "count 3", "count 4"], rig.Printed);
    }

    private const string Network = """
        using System;
        using System.Device.Wifi;
        using System.Diagnostics;
        using System.Threading;
        using nanoFramework.Networking;
        public class Program
        {
            public static void Main()
            {
                CancellationTokenSource patience = new CancellationTokenSource(10000);
                bool isUp = WifiNetworkHelper.ConnectDhcp("net", "secret", WifiReconnectionKind.Automatic, true, 0, patience.Token);
                Debug.WriteLine(isUp + " " + (int)WifiNetworkHelper.Status + " " + DateTime.UtcNow.Year + " " + patience.IsCancellationRequested);
                Thread.Sleep(-1);
            }
        }
        """;

    [Fact]
    public void The_network_says_connected_and_brings_the_date()
    {
        using GuestRig rig = GuestRig.On(Network, 5);
        Assert.Equal(["True 2 2026 False"], rig.Printed);
    }

    [Fact]
    public void Without_a_network_the_token_ends_the_attempt()
    {
        using var rig = new GuestRig(Network);
        rig.Board.Faults.NoNetwork = true;
        rig.Board.ConnectPower();
        rig.Run(9);
        Assert.Empty(rig.Printed);
        rig.Run(3);
        Assert.Equal(["False 4 1970 True"], rig.Printed);
    }

    [Fact]
    public void A_token_calls_back_sets_its_handle_and_throws()
    {
        using GuestRig rig = GuestRig.On(
            """
            using System;
            using System.Threading;
            public class Program
            {
                public static void Main()
                {
                    CancellationTokenSource source = new CancellationTokenSource();
                    CancellationToken token = source.Token;
                    token.Register(() => Console.WriteLine("first"));
                    CancellationTokenRegistration gone = token.Register(() => Console.WriteLine("gone"));
                    token.Register(() => Console.WriteLine("last"));
                    gone.Dispose();
                    source.CancelAfter(300);
                    Console.WriteLine("handle " + token.WaitHandle.WaitOne(1000, false) + " " + token.CanBeCanceled + " " + CancellationToken.None.CanBeCanceled + " " + token.Equals(source.Token));
                    Thread.Sleep(10);
                    try { token.ThrowIfCancellationRequested(); } catch (OperationCanceledException e) { Console.WriteLine(e.Message); }
                    source.Dispose();
                    Thread.Sleep(-1);
                }
            }
            """,
            2);
        Assert.Equal(["handle True True False True", "first", "last", "The operation was cancelled."], rig.Printed.OrderBy(line => line.StartsWith("handle", StringComparison.Ordinal) ? 0 : line == "first" ? 1 : line == "last" ? 2 : 3));
        Assert.True(Array.IndexOf(rig.Printed, "last") < Array.IndexOf(rig.Printed, "first"));
    }
}
