namespace NanoBoard;

/// <summary>How the board is wired, GPIO numbers. Defaults: a usual wiring of an ESP32 with button, panel and clock chip.</summary>
public sealed record BoardPins
{
    /// <summary>Button to ground with an external pull-up.</summary>
    public int Button { get; init; } = 27;

    /// <summary>I2C data of panel and clock chip.</summary>
    public int Sda { get; init; } = 21;

    /// <summary>I2C clock of panel and clock chip.</summary>
    public int Scl { get; init; } = 22;

    /// <summary>UART, chip to host.</summary>
    public int Tx { get; init; } = 17;

    /// <summary>UART, host to chip.</summary>
    public int Rx { get; init; } = 16;
}
