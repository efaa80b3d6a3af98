using nanoFramework.Networking;
using nanoFramework.Runtime.Native;
using System.Device.Wifi;

namespace NanoBoard.Tests.Api;

/// <summary>What image, collector, debugger, spin waits and network say.</summary>
public sealed class RuntimeTests
{
    [Fact]
    public void The_image_tells_what_it_is() => Rig.Once(() =>
    {
        Assert.Equal(("ESP32", "ESP32_REV3"), (SystemInfo.Platform, SystemInfo.TargetName));
        Assert.Equal((0, 0, 0), (SystemInfo.OEM, SystemInfo.Model, SystemInfo.SKU));
        Assert.Contains("ESP32", SystemInfo.OEMString, StringComparison.Ordinal);
        Assert.True(SystemInfo.Version.Major >= 1);
        Assert.Equal(SystemInfo.FloatingPoint.DoublePrecisionSoftware, SystemInfo.FloatingPointSupport);
        nanoFramework.Runtime.Native.GC.EnableGCMessages(true);
        Nano.System.Diagnostics.Debugger.Break();
        Assert.False(Nano.System.Diagnostics.Debugger.IsAttached);
    }).Dispose();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 25)]
    [InlineData(2, 25)]
    [InlineData(3, 0.025)]
    public void Spinning_takes_its_time_and_no_tick(int way, double milliseconds) => Rig.Once(() =>
    {
        long began = Rig.Here.Timeline.NowTicks;
        switch (way)
        {
            case 0:
                default(Nano.System.Threading.SpinWait).SpinOnce();
                break;
            case 1:
                Nano.System.Threading.SpinWait.SpinUntil(25);
                break;
            case 2:
                Nano.System.Threading.SpinWait.SpinUntil(TimeSpan.FromMilliseconds(25));
                break;
            default:
                Thread.SpinWait(25);
                break;
        }

        Assert.Equal((long)(milliseconds * TimeSpan.TicksPerMillisecond), Rig.Here.Timeline.NowTicks - began - Rig.Here.Options.ApiCallTime.Ticks);
    }).Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_way_into_the_network_brings_it_up_and_the_date_if_asked(int way) => Rig.Once(() =>
    {
        Assert.Equal(NetworkHelperStatus.None, WifiNetworkHelper.Status);
        Assert.True(way switch
        {
            0 => WifiNetworkHelper.ConnectDhcp("net", "word", WifiReconnectionKind.Manual, true, 0, default),
            1 => WifiNetworkHelper.ScanAndConnectDhcp("net", "word", WifiReconnectionKind.Automatic, true, 0, default),
            _ => WifiNetworkHelper.Reconnect(true, 0, default),
        });
        Assert.Equal(NetworkHelperStatus.NetworkIsReady, WifiNetworkHelper.Status);
        Assert.Equal(Rig.Here.Options.StartsAt.Year, Nano.System.DateTime.UtcNow.Year);
        WifiNetworkHelper.Disconnect();
        Assert.Equal(NetworkHelperStatus.None, WifiNetworkHelper.Status);
    }).Dispose();

    [Fact]
    public void Without_a_network_the_token_ends_the_attempt() => Rig.Once(() =>
    {
        Rig.Here.Faults.NoNetwork = true;
        Assert.False(WifiNetworkHelper.ConnectDhcp("net", "word", WifiReconnectionKind.Automatic, true, 0, new Nano.System.Threading.CancellationTokenSource(3000).Token));
        Assert.Equal(NetworkHelperStatus.TokenExpiredWaitingIPAddress, WifiNetworkHelper.Status);
        Assert.Equal(1970, Nano.System.DateTime.UtcNow.Year);
    }).Dispose();

    [Fact]
    public void A_call_that_is_told_to_fail_finds_the_heap_full() => Rig.Once(() =>
    {
        Rig.Here.Faults.FailApiCall(Rig.Here.Counters.ApiCalls + 2);
        _ = Nano.System.DateTime.UtcNow;
        Assert.Throws<OutOfMemoryException>(() => Nano.System.DateTime.UtcNow);
        _ = Nano.System.DateTime.UtcNow;
    }).Dispose();

    [Fact]
    public void Each_gpio_constant_is_its_number()
    {
        var constants = typeof(nanoFramework.Hardware.Esp32.Gpio).GetFields();
        Assert.Equal(40, constants.Length);
        Assert.All(constants, constant => Assert.Equal($"IO{constant.GetRawConstantValue():D2}", constant.Name));
    }
}
