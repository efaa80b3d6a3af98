namespace NanoBoard.Chips;

/// <summary>
/// A chip that is a set of 8-bit registers behind a pointer: the first byte of a write sets the pointer, further bytes are written, a read goes on from
/// the pointer, which grows by one a byte. Derive from it for registers that do something.
/// </summary>
public class I2cRegisterMap : II2cTarget
{
    private readonly byte[] _registers;

    /// <summary>A chip whose registers are zero.</summary>
    /// <param name="size">Number of registers, 1 to 256.</param>
    public I2cRegisterMap(int size = 256)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, 256);
        _registers = new byte[size];
    }

    /// <summary>False: nobody acknowledges its address, as with a loose wire.</summary>
    public bool IsConnected { get; set; } = true;

    /// <summary>Number of registers.</summary>
    public int Size => _registers.Length;

    /// <inheritdoc/>
    public virtual bool Answers => IsConnected;

    /// <summary>Where the next byte is read or written.</summary>
    protected int Next { get; set; }

    /// <summary>The host's view of a register: without side effects.</summary>
    /// <param name="address">0 to <see cref="Size"/> less one.</param>
    public byte this[int address]
    {
        get => _registers[address];
        set => _registers[address] = value;
    }

    /// <inheritdoc/>
    public virtual void Start()
    {
    }

    /// <inheritdoc/>
    public virtual void Take(ReadOnlySpan<byte> bytes)
    {
        Next = bytes[0] % Size;
        foreach (byte value in bytes[1..])
        {
            OnWrite(Next, value);
            Next = After(Next);
        }
    }

    /// <inheritdoc/>
    public virtual void Give(Span<byte> bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = OnRead(Next);
            Next = After(Next);
        }
    }

    /// <summary>The firmware reads a register.</summary>
    protected virtual byte OnRead(int address) => _registers[address];

    /// <summary>The firmware writes a register.</summary>
    protected virtual void OnWrite(int address, byte value) => _registers[address] = value;

    /// <summary>The register that comes after one.</summary>
    protected virtual int After(int address) => (address + 1) % Size;
}
