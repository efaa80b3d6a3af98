namespace NanoBoard.Chips;

/// <summary>A chip on the I2C bus.</summary>
internal interface II2cTarget
{
    /// <summary>Fitted, wired and powered.</summary>
    bool Answers { get; }

    /// <summary>The START condition before a transfer: registers are latched.</summary>
    void Start();

    /// <summary>The bytes after the address, up to STOP or repeated START.</summary>
    void Take(ReadOnlySpan<byte> bytes);

    /// <summary>The bytes that the host clocks out.</summary>
    void Give(Span<byte> bytes);
}
