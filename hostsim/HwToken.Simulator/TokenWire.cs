using NanoBoard;
using HwToken.Provisioning;

namespace HwToken.Simulator;

/// <summary>A wire in memory to a virtual token's UART. Waiting for an answer is what moves the token's time.</summary>
public sealed class TokenWire : ILineTransport
{
    private readonly VirtualBoard _board;

    internal TokenWire(VirtualBoard board) => _board = board;

    /// <summary>How much of the token's time passes between two looks for an answer. Where the firmware runs on the caller's stack each look computes the
    /// wake again: a coarser slice is quicker there.</summary>
    public TimeSpan Slice { get; set; } = TimeSpan.FromMilliseconds(5);

    /// <inheritdoc/>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        _board.Uart.HostWrite(bytes.Span);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<int> ReadAsync(Memory<byte> buffer, TimeSpan timeout, CancellationToken cancel)
    {
        DateTimeOffset end = _board.Now + timeout;
        int count;
        while ((count = _board.Uart.HostRead(buffer.Span)) == 0 && _board.Now < end)
        {
            cancel.ThrowIfCancellationRequested();
            _board.Advance(Slice);
        }

        return ValueTask.FromResult(count);
    }
}
