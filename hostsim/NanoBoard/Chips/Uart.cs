using NanoBoard.Running;

namespace NanoBoard.Chips;

/// <summary>
/// The serial line between the chip and the host, 8N1, seen from the host. Bytes take their time on the wire; what arrives
/// while the chip sleeps or its port is closed is lost.
/// </summary>
public sealed class Uart
{
    private const int BitsPerByte = 10; // start, eight data bits, stop

    private readonly VirtualBoard _board;
    private readonly BoardRandom _noise;
    private readonly Queue<byte> _toChip = new();
    private readonly Queue<(long At, byte Value)> _toHost = new();
    private long _hostLineFree;
    private long _chipLineFree;

    internal Uart(VirtualBoard board)
    {
        _board = board;
        _noise = new BoardRandom(board.Options.Seed, RandomPurpose.LineNoise);
    }

    /// <summary>Bytes were put on the line, by the host or by the chip. Subscribers keep a copy of what they need; those of a chip with another speed or a noisy
    /// line arrive otherwise.</summary>
    public event Action<UartTraffic>? Carried;

    /// <summary>The host's speed in bits per second. A firmware that uses another reads and sends garbage.</summary>
    public int BaudRate { get; set; } = 115200;

    /// <summary>Bytes that have arrived for the host to read now.</summary>
    public int HostAvailable => _toHost.Count(byteOnLine => byteOnLine.At <= _board.Timeline.NowTicks);

    /// <summary>Bytes of the host that are still on the wire.</summary>
    public int HostUnsent => _toChip.Count;

    /// <summary>Sends bytes to the chip, starting now or behind what is still on the wire.</summary>
    /// <param name="bytes">Any number.</param>
    public void HostWrite(ReadOnlySpan<byte> bytes)
    {
        Carried?.Invoke(new UartTraffic(_board.Now, FromHost: true, bytes.ToArray()));
        bool isIdle = _toChip.Count == 0;
        foreach (byte value in bytes)
        {
            _toChip.Enqueue(value);
        }

        if (isIdle && _toChip.Count > 0)
        {
            _hostLineFree = Math.Max(_hostLineFree, _board.Timeline.NowTicks);
            PlanDelivery();
        }
    }

    /// <summary>Reads bytes that have arrived.</summary>
    /// <param name="into">Filled from the start.</param>
    /// <returns>How many; 0 when none has arrived.</returns>
    public int HostRead(Span<byte> into)
    {
        int count = 0;
        while (count < into.Length && _toHost.TryPeek(out (long At, byte Value) next) && next.At <= _board.Timeline.NowTicks)
        {
            into[count++] = next.Value;
            _toHost.Dequeue();
        }

        return count;
    }

    /// <summary>Reads all bytes that have arrived.</summary>
    public byte[] HostReadAll()
    {
        byte[] bytes = new byte[HostAvailable];
        HostRead(bytes);
        return bytes;
    }

    /// <summary>Power cut or reset: what the chip had not sent yet never comes.</summary>
    internal void ChipStopped()
    {
        (long At, byte Value)[] sent = [.. _toHost.Where(byteOnLine => byteOnLine.At <= _board.Timeline.NowTicks)];
        _toHost.Clear();
        foreach ((long At, byte Value) byteOnLine in sent)
        {
            _toHost.Enqueue(byteOnLine);
        }

        _chipLineFree = 0;
    }

    /// <summary>The chip sends.</summary>
    /// <param name="bytes">What.</param>
    /// <param name="baudRate">At its speed.</param>
    /// <param name="isWired">False: the pin leads nowhere, but sending takes its time.</param>
    /// <returns>When all but what fits into the FIFO has left, in ticks.</returns>
    internal long ChipWrite(ReadOnlySpan<byte> bytes, int baudRate, bool isWired)
    {
        long byteTicks = ByteTicks(baudRate);
        long at = Math.Max(_chipLineFree, _board.Timeline.NowTicks);
        foreach (byte value in bytes)
        {
            at += byteTicks;
            if (isWired)
            {
                _toHost.Enqueue((at, Disturb(value, baudRate)));
            }
        }

        if (isWired)
        {
            Carried?.Invoke(new UartTraffic(_board.Now, FromHost: false, bytes.ToArray()));
        }

        _board.Counters.UartBytesSent += bytes.Length;
        _chipLineFree = at;
        return at - (SerialReceiver.FifoSize * byteTicks);
    }

    /// <summary>When the chip's last byte is out, in ticks.</summary>
    internal long ChipDone() => _chipLineFree;

    /// <summary>Bytes that the chip's transmit FIFO takes now.</summary>
    internal int ChipFree(int baudRate)
    {
        long waiting = Math.Max(0, _chipLineFree - _board.Timeline.NowTicks);
        return SerialReceiver.FifoSize - (int)((waiting + ByteTicks(baudRate) - 1) / ByteTicks(baudRate));
    }

    /// <summary>What a receiver at another speed makes of a byte, and what noise does.</summary>
    internal byte Disturb(byte value, int chipBaudRate)
    {
        if (chipBaudRate != BaudRate)
        {
            return (byte)_noise.NextUInt32();
        }

        double share = _board.Faults.LineNoise;
        return share > 0 && _noise.NextDouble() < share ? (byte)(value ^ (1 << _noise.Next(8))) : value;
    }

    private static long ByteTicks(int baudRate) => BitsPerByte * TimeSpan.TicksPerSecond / baudRate;

    private void PlanDelivery()
    {
        _hostLineFree += ByteTicks(BaudRate);
        _board.Timeline.ScheduleTicks(_hostLineFree, Deliver);
    }

    private void Deliver()
    {
        byte value = _toChip.Dequeue();
        if (_toChip.Count > 0)
        {
            PlanDelivery();
        }

        if (_board.Boot?.Ports.WiredReceiver() is { } receive)
        {
            receive(value);
        }
        else
        {
            _board.Counters.UartBytesLost++;
        }
    }
}
