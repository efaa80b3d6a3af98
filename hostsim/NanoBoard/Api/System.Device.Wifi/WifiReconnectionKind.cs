namespace System.Device.Wifi;

/// <summary>Who connects again when the network comes back.</summary>
public enum WifiReconnectionKind
{
    /// <summary>The platform.</summary>
    Automatic,

    /// <summary>The program.</summary>
    Manual,
}
