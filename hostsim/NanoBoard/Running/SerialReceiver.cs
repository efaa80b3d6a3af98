namespace NanoBoard.Running;

/// <summary>Receive side of an open port: the ring that the program reads from. When it is full, what comes is lost and what is there stays.</summary>
internal sealed class SerialReceiver(int ringSize)
{
    /// <summary>Bytes of the UART's hardware FIFO on the transmitting side.</summary>
    public const int FifoSize = 128;

    private readonly Queue<byte> _ring = new();

    /// <summary>Bytes that the program can read.</summary>
    public int Count => _ring.Count;

    /// <summary>Takes a byte off the line. The platform's event task empties the hardware FIFO into the ring at once, so the FIFO adds no room.</summary>
    /// <returns>Number of bytes lost: 0 or 1.</returns>
    public int Push(byte value)
    {
        if (_ring.Count >= ringSize)
        {
            return 1;
        }

        _ring.Enqueue(value);
        return 0;
    }

    /// <summary>Where a sequence of bytes begins among those that wait; -1: it is not there.</summary>
    public int IndexOf(ReadOnlySpan<byte> part) => _ring.ToArray().AsSpan().IndexOf(part);

    /// <summary>Reads bytes that are there.</summary>
    public byte[] Pop(int count)
    {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++)
        {
            bytes[i] = _ring.Dequeue();
        }

        return bytes;
    }
}
