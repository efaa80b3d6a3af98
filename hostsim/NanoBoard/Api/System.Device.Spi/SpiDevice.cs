using System.Buffers.Binary;
using NanoBoard.Chips;
using NanoBoard.Events;
using NanoBoard.Running;

namespace System.Device.Spi;

/// <summary>A device on an SPI bus. Where none hangs, zeros come in and nobody is told.</summary>
public class SpiDevice : IDisposable
{
    private const int BusCount = 2;

    private readonly Boot _boot;
    private bool _isDisposed;

    /// <summary>Opens a device.</summary>
    /// <exception cref="ArgumentException">No such bus.</exception>
    public SpiDevice(SpiConnectionSettings settings)
    {
        _boot = Boot.Call();
        ConnectionSettings = settings ?? throw new ArgumentNullException(nameof(settings));
        if (settings.BusId is < 1 or > BusCount)
        {
            throw new ArgumentException("The chip has SPI buses 1 and 2.");
        }
    }

    /// <summary>What it was opened with.</summary>
    public SpiConnectionSettings ConnectionSettings { get; }

    /// <summary>Opens a device.</summary>
    public static SpiDevice Create(SpiConnectionSettings settings) => new(settings);

    /// <summary>Reads a byte.</summary>
    public byte ReadByte()
    {
        byte[] one = new byte[1];
        Transfer(default, one);
        return one[0];
    }

    /// <summary>Reads bytes.</summary>
    public void Read(SpanByte buffer) => Transfer(default, buffer.AsSpan());

    /// <summary>Writes a byte.</summary>
    public void WriteByte(byte value) => Transfer([value], default);

    /// <summary>Writes bytes.</summary>
    public void Write(SpanByte buffer) => Transfer(buffer.AsSpan(), default);

    /// <summary>Writes words, high byte first.</summary>
    public void Write(ushort[] buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        byte[] bytes = new byte[buffer.Length * 2];
        for (int i = 0; i < buffer.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2 * i), buffer[i]);
        }

        Transfer(bytes, default);
    }

    /// <summary>Writes and reads at once; the shorter part is filled up with zeros.</summary>
    public void TransferFullDuplex(SpanByte writeBuffer, SpanByte readBuffer) => Transfer(writeBuffer.AsSpan(), readBuffer.AsSpan());

    /// <summary>Closes the device.</summary>
    public void Dispose()
    {
        if (!_isDisposed && !_boot.IsDead)
        {
            _boot.CallObject();
            _isDisposed = true;
        }

        GC.SuppressFinalize(this);
    }

    private void Transfer(ReadOnlySpan<byte> write, Span<byte> read)
    {
        _boot.CallObject();
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        byte[] written = new byte[Math.Max(write.Length, read.Length)];
        write.CopyTo(written);
        var at = new DateTimeOffset(_boot.NowTicks, TimeSpan.Zero);
        int bitsPerSecond = Math.Max(1, ConnectionSettings.ClockFrequency);
        _boot.Spend(written.Length * 8L * TimeSpan.TicksPerSecond / bitsPerSecond);
        byte[] answer = _boot.Ask((_boot.Board, ConnectionSettings, written), static asked =>
        {
            byte[] given = new byte[asked.written.Length];
            asked.Board.Spi.Find(asked.ConnectionSettings.BusId, asked.ConnectionSettings.ChipSelectLine)?.Exchange(asked.written, given);
            return given;
        });
        answer.AsSpan(0, read.Length).CopyTo(read);
        SpiWires wires = _boot.Board.Spi;
        if (wires.IsWatched && !_boot.IsRecalling)
        {
            wires.Report(new SpiTransfer(at, bitsPerSecond, ConnectionSettings.BusId, ConnectionSettings.ChipSelectLine, written, answer));
        }
    }
}
