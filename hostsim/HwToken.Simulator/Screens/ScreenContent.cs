namespace HwToken.Simulator.Screens;

/// <summary>What a person can tell from the panel.</summary>
public enum ScreenContent
{
    /// <summary>No pixel is lit.</summary>
    Dark,

    /// <summary>A security code.</summary>
    Code,

    /// <summary>Words.</summary>
    Text,

    /// <summary>Something is lit that is neither: noise, half a frame, a foreign glyph.</summary>
    Unreadable,
}
