namespace NanoBoard.Chips;

/// <summary>A chip on the I2C bus. Most are a set of registers: see <see cref="I2cRegisterMap"/>.</summary>
public interface II2cTarget
{
    /// <summary>Fitted, wired and powered: it acknowledges its address. Asked once a transfer.</summary>
    bool Answers { get; }

    /// <summary>The START condition before a transfer: registers are latched.</summary>
    void Start();

    /// <summary>The bytes after the address, up to STOP or repeated START.</summary>
    /// <param name="bytes">At least one.</param>
    void Take(ReadOnlySpan<byte> bytes);

    /// <summary>The bytes that the host clocks out.</summary>
    /// <param name="bytes">To be filled.</param>
    void Give(Span<byte> bytes);

    /// <summary>The board's power came or went. Called at <see cref="I2cWires.Attach"/> too when the board has power. A chip that keeps nothing need not care.</summary>
    /// <param name="isOn">True: it came.</param>
    void PowerChanged(bool isOn)
    {
    }
}
