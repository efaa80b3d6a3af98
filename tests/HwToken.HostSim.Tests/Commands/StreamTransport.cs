using HwToken.Provisioning;

namespace HwToken.HostSim.Tests.Commands;

/// <summary>The provisioning line over any stream.</summary>
internal sealed class StreamTransport(Stream stream) : ILineTransport
{
    private readonly byte[] _byte = new byte[256];
    private Task<int>? _pending;

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        await stream.WriteAsync(bytes, cancel);
        await stream.FlushAsync(cancel);
    }

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, TimeSpan timeout, CancellationToken cancel)
    {
        // A read that ran out of time goes on: what it brings belongs to the next caller.
        _pending ??= Task.Run(() => stream.ReadAsync(_byte, cancel).AsTask(), cancel);
        if (await Task.WhenAny(_pending, Task.Delay(timeout, cancel)) != _pending)
        {
            return 0;
        }

        int count = await _pending;
        _pending = null;
        _byte.AsSpan(0, count).CopyTo(buffer.Span);
        return count;
    }
}
