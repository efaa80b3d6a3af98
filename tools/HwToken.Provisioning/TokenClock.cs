namespace HwToken.Provisioning;

/// <summary>State of a token's clock chip.</summary>
public enum TokenClock
{
    /// <summary>It holds a time.</summary>
    Running,

    /// <summary>No chip answers.</summary>
    Missing,

    /// <summary>It stopped, or was never set.</summary>
    Stopped,
}
