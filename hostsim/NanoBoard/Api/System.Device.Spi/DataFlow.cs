namespace System.Device.Spi;

/// <summary>Which bit goes first.</summary>
public enum DataFlow
{
    /// <summary>The highest.</summary>
    MsbFirst,

    /// <summary>The lowest.</summary>
    LsbFirst,
}
