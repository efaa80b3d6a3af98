namespace HwToken.VirtualTokens;

/// <summary>The power went: ends the firmware's run.</summary>
public sealed class PowerLostException : Exception;
