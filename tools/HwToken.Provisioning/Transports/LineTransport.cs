using System.Threading.Channels;

namespace HwToken.Provisioning.Transports;

/// <summary>
/// A transport over a byte stream that cannot be asked "anything there?": one task reads it all the time and keeps what arrives
/// until it is fetched. Dispose it to let go of the port.
/// </summary>
public abstract class LineTransport : ILineTransport, IAsyncDisposable
{
    private const int ReadBytes = 256;

    private readonly Channel<byte[]> _arrived = Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
    private readonly CancellationTokenSource _stop = new();
    private Task _reading = Task.CompletedTask;
    private ReadOnlyMemory<byte> _rest;

    /// <inheritdoc/>
    public abstract ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel);

    /// <inheritdoc/>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, TimeSpan timeout, CancellationToken cancel)
    {
        if (_rest.IsEmpty && !await TryFetchAsync(timeout, cancel).ConfigureAwait(false))
        {
            return 0;
        }

        int count = Math.Min(buffer.Length, _rest.Length);
        _rest[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    /// <summary>Stops reading and closes the port.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await CloseAsync().ConfigureAwait(false);
        await _reading.ConfigureAwait(false);
        _stop.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Begins to read. Called once, when the port is open.</summary>
    protected void Start() => _reading = Task.Run(ReadAllAsync);

    /// <summary>Reads what there is, waiting for the first byte.</summary>
    /// <returns>0 when nothing came for a while: it is asked again.</returns>
    /// <exception cref="IOException">The other end is gone.</exception>
    protected abstract ValueTask<int> ReadSomeAsync(Memory<byte> buffer, CancellationToken cancel);

    /// <summary>Closes the port; a read under way ends.</summary>
    protected abstract ValueTask CloseAsync();

    private async ValueTask<bool> TryFetchAsync(TimeSpan timeout, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (!_arrived.Reader.TryRead(out byte[]? bytes))
        {
            if (timeout <= TimeSpan.Zero && !_arrived.Reader.Completion.IsCompleted)
            {
                return false;
            }

            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(timeout > TimeSpan.Zero ? timeout : Timeout.InfiniteTimeSpan);
            try
            {
                bytes = await _arrived.Reader.ReadAsync(limit.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                return false;
            }
            catch (ChannelClosedException e)
            {
                throw new IOException("The line is gone: the token was pulled, or the port was closed. Connect it again.", e.InnerException);
            }
        }

        _rest = bytes;
        return true;
    }

    private async Task ReadAllAsync()
    {
        byte[] buffer = new byte[ReadBytes];
        Exception? end = null;
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                int count = await ReadSomeAsync(buffer, _stop.Token).ConfigureAwait(false);
                if (count > 0)
                {
                    _arrived.Writer.TryWrite(buffer[..count]);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException or OperationCanceledException)
        {
            end = e;
        }

        _arrived.Writer.TryComplete(end);
    }
}
