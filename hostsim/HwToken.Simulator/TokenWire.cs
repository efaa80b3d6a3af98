using NanoBoard;
using HwToken.Provisioning;

namespace HwToken.Simulator;

/// <summary>A wire in memory to a virtual token's UART. Waiting for an answer is what moves the token's time.</summary>
public sealed class TokenWire : ILineTransport
{
    private readonly VirtualBoard _board;
    private readonly TimeSpan _slice;

    internal TokenWire(VirtualBoard board)
    {
        _board = board;

        // On the caller's stack every step computes the wake again.
        _slice = TimeSpan.FromMilliseconds(board.Options.OnCallersStack ? 50 : 5);
    }

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
            _board.Advance(_slice);
        }

        return ValueTask.FromResult(count);
    }
}
