namespace HwToken.Provisioning;

/// <summary>Bytes to and from a token: a serial device, a socket, a wire in memory. Knows nothing of lines.</summary>
public interface ILineTransport
{
    /// <summary>Sends bytes.</summary>
    /// <param name="bytes">One line, at most 96 bytes.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="IOException">The other end is gone.</exception>
    ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel);

    /// <summary>Takes what has arrived, waiting for the first byte.</summary>
    /// <param name="buffer">Receives the bytes.</param>
    /// <param name="timeout">How long to wait for the first byte.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>How many bytes; 0 when the time is up.</returns>
    /// <exception cref="IOException">The other end is gone.</exception>
    ValueTask<int> ReadAsync(Memory<byte> buffer, TimeSpan timeout, CancellationToken cancel);
}
