namespace HwToken.TestKit;

/// <summary>Clocks in the unit of time steps.</summary>
public static class UnixTime
{
    /// <summary>Whole seconds since 1970.</summary>
    public static long UnixSeconds(this TimeProvider clock) => clock.GetUtcNow().ToUnixTimeSeconds();
}
