using HwToken.Simulator;

namespace HwToken.HostSim.Serial;

/// <summary>Carries bytes between a host's stream and a token's UART until the host leaves.</summary>
internal static class SerialBridge
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(5);

    /// <summary>Runs one connection.</summary>
    /// <param name="token">The token.</param>
    /// <param name="stream">The host.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task RunAsync(LiveToken token, Stream stream, CancellationToken cancel)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Task toHost = ToHostAsync(token, stream, ended.Token);
        try
        {
            await ToTokenAsync(token, stream, cancel).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The host pulled the plug: the next one may come.
        }

        await ended.CancelAsync().ConfigureAwait(false);
        await toHost.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task ToTokenAsync(LiveToken token, Stream stream, CancellationToken cancel)
    {
        var received = new byte[96];
        int count;

        // A blocking read (pseudo-terminal) must not hold a caller up.
        while ((count = await Task.Run(() => stream.ReadAsync(received, cancel).AsTask(), cancel).ConfigureAwait(false)) > 0)
        {
            token.Do(t => Deliver(t, received.AsSpan(0, count)));
        }
    }

    /// <summary>A token that fell asleep is woken first, as the operator at a jig would press its button.</summary>
    private static void Deliver(VirtualToken token, ReadOnlySpan<byte> bytes)
    {
        if (token.Board.State == NanoBoard.BoardState.Asleep)
        {
            token.Hold(token.StoredCredential is null ? VirtualToken.PressLength : TimeSpan.FromSeconds(11));
        }

        token.Board.Uart.HostWrite(bytes);
    }

    private static async Task ToHostAsync(LiveToken token, Stream stream, CancellationToken cancel)
    {
        var sent = new byte[256];
        using var timer = new PeriodicTimer(Poll);
        while (await timer.WaitForNextTickAsync(cancel).ConfigureAwait(false))
        {
            int count = token.Ask(t => t.Board.Uart.HostRead(sent));
            if (count > 0)
            {
                await stream.WriteAsync(sent.AsMemory(0, count), cancel).ConfigureAwait(false);
            }
        }
    }
}
