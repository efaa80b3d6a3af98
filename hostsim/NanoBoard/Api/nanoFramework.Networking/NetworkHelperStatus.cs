namespace nanoFramework.Networking;

/// <summary>How far the network is.</summary>
public enum NetworkHelperStatus
{
    /// <summary>Nothing was asked for.</summary>
    None = 0,

    /// <summary>Connecting.</summary>
    Started = 1,

    /// <summary>There is an address, and a date if one was asked for.</summary>
    NetworkIsReady = 2,

    /// <summary>The chip has no interface.</summary>
    FailedNoNetworkInterface = 3,

    /// <summary>No address came in time.</summary>
    TokenExpiredWaitingIPAddress = 4,

    /// <summary>No date came in time.</summary>
    TokenExpiredWaitingDateTime = 5,

    /// <summary>The scan failed.</summary>
    ErrorConnetingToWiFiWhileScanning = 6,

    /// <summary>See the exception.</summary>
    ExceptionOccurred = 7,

    /// <summary>Connecting again.</summary>
    Reconnecting = 8,
}
