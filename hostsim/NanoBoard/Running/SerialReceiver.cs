namespace NanoBoard.Running;

/// <summary>Receive side of an open port: the ring that the program reads from, and the hardware FIFO behind it.</summary>
internal sealed class SerialReceiver(int ringSize)
{
    /// <summary>Bytes of the UART's hardware FIFO.</summary>
    public const int FifoSize = 128;

    private readonly Queue<byte> _ring = new();
    private readonly Queue<byte> _fifo = new();

    /// <summary>Bytes that the program can read.</summary>
    public int Count => _ring.Count;

    /// <summary>Takes a byte off the line. On overflow everything received so far is thrown away, and this byte too.</summary>
    /// <returns>Number of bytes lost.</returns>
    public int Push(byte value)
    {
        if (_ring.Count < ringSize)
        {
            _ring.Enqueue(value);
            return 0;
        }

        if (_fifo.Count < FifoSize)
        {
            _fifo.Enqueue(value);
            return 0;
        }

        int lost = _ring.Count + _fifo.Count + 1;
        _ring.Clear();
        _fifo.Clear();
        return lost;
    }

    /// <summary>Reads bytes that are there.</summary>
    public void Pop(Span<byte> into)
    {
        for (int i = 0; i < into.Length; i++)
        {
            into[i] = _ring.Dequeue();
        }

        while (_ring.Count < ringSize && _fifo.TryDequeue(out byte waiting))
        {
            _ring.Enqueue(waiting);
        }
    }
}
