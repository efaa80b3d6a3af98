using System;
using System.Device.Wifi;
using NanoBoard.Running;
using CancellationToken = Nano.System.Threading.CancellationToken;

namespace nanoFramework.Networking;

/// <summary>
/// A stand-in for the radio: says "connected" after two seconds, with the true date if one is asked for, or does not come up
/// (<see cref="NanoBoard.BoardFaults.NoNetwork"/>). Nothing can be sent: there are no sockets.
/// </summary>
public static class WifiNetworkHelper
{
    private static readonly TimeSpan s_connecting = TimeSpan.FromSeconds(2);

    /// <summary>How far the network is.</summary>
    public static NetworkHelperStatus Status => Boot.Call().Network;

    /// <summary>Connects, with an address by DHCP.</summary>
    /// <param name="ssid">Any.</param>
    /// <param name="password">Any.</param>
    /// <param name="reconnectionKind">Without effect.</param>
    /// <param name="requiresDateTime">Sets the system clock too.</param>
    /// <param name="wifiAdapterId">Without effect.</param>
    /// <param name="token">Ends the attempt; without one, it lasts for ever where there is no network.</param>
    /// <returns>False: cancelled first.</returns>
    public static bool ConnectDhcp(string ssid, string password, WifiReconnectionKind reconnectionKind = WifiReconnectionKind.Automatic, bool requiresDateTime = false, int wifiAdapterId = 0, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(ssid);
        return Connect(requiresDateTime, token);
    }

    /// <summary>Scans, then connects as <see cref="ConnectDhcp"/> does.</summary>
    public static bool ScanAndConnectDhcp(string ssid, string password, WifiReconnectionKind reconnectionKind = WifiReconnectionKind.Automatic, bool requiresDateTime = false, int WifiAdapter = 0, CancellationToken token = default) =>
        ConnectDhcp(ssid, password, reconnectionKind, requiresDateTime, WifiAdapter, token);

    /// <summary>Connects with what was stored, as <see cref="ConnectDhcp"/> does.</summary>
    public static bool Reconnect(bool requiresDateTime = false, int wifiAdapterId = 0, CancellationToken token = default) => Connect(requiresDateTime, token);

    /// <summary>Leaves the network.</summary>
    public static void Disconnect() => Boot.Call().Network = NetworkHelperStatus.None;

    private static bool Connect(bool requiresDateTime, CancellationToken token)
    {
        Boot boot = Boot.Call();
        boot.Network = NetworkHelperStatus.Started;
        boot.IsRadioOn = true;
        long due = boot.NowTicks + s_connecting.Ticks;
        bool isUp = !boot.Ask(boot, static asked => asked.Board.Faults.NoNetwork);
        if (boot.SpendUntil(isUp ? due : long.MaxValue, () => token.IsCancelled))
        {
            boot.Network = NetworkHelperStatus.TokenExpiredWaitingIPAddress;
            return false;
        }

        if (requiresDateTime)
        {
            boot.Ask(boot, static asked =>
            {
                asked.Board.SystemClock.Set(asked.Board.Timeline.NowTicks);
                return true;
            });
        }

        boot.Network = NetworkHelperStatus.NetworkIsReady;
        return true;
    }
}
