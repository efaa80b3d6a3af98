using System.Net;
using System.Net.Sockets;
using NanoBoard;
using HwToken.Service.Commands;
using HwToken.Simulator;

namespace HwToken.HostSim.Serial;

/// <summary>Runs blank tokens in real time, each behind a stream that a host opens like a serial port.</summary>
internal static class SerialHost
{
    /// <summary>Runs until cancelled.</summary>
    /// <param name="first">Where the first token listens; null: pseudo-terminals.</param>
    /// <param name="count">How many tokens.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<int> RunAsync(IPEndPoint? first, int count, CancellationToken cancel)
    {
        if (first is not null && first.Port + count - 1 > IPEndPoint.MaxPort)
        {
            await Console.Error.WriteLineAsync($"{count} ports do not fit above {first.Port}: the last port is {IPEndPoint.MaxPort}.").ConfigureAwait(false);
            return ExitStatus.Usage;
        }

        var offers = new List<ISerialOffer>();
        try
        {
            for (int i = 0; i < count; i++)
            {
                offers.Add(first is null ? PseudoTerminal.Open() : SocketOffer.Open(new IPEndPoint(first.Address, first.Port + i)));
                Console.WriteLine(offers[i].Name);
            }
        }
        catch (Exception e) when (e is SocketException or IOException or PlatformNotSupportedException)
        {
            string what = e is SocketException && first is not null ? $"{first.Address}:{first.Port + offers.Count} cannot be listened at ({e.Message}). Give a free port: --listen {first.Address}:PORT." : e.Message;
            await Console.Error.WriteLineAsync(what).ConfigureAwait(false);
            offers.ForEach(offer => offer.Dispose());
            return ExitStatus.Failed;
        }

        await Console.Error.WriteLineAsync("Virtual tokens for tests: their secrets protect nothing. Ctrl-C ends.").ConfigureAwait(false);
        try
        {
            await Task.WhenAll(offers.Select((offer, i) => ServeAsync(offer, i, cancel))).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is the way to end it.
        }
        finally
        {
            offers.ForEach(offer => offer.Dispose());
        }

        return ExitStatus.Done;
    }

    private static async Task ServeAsync(ISerialOffer offer, int seed, CancellationToken cancel)
    {
        var token = new LiveToken(new VirtualToken(new BoardOptions { Seed = seed + 1, StartsAt = DateTimeOffset.UtcNow }), TimeProvider.System);
        token.Do(t => t.PowerOn());
        Task pacing = token.RunAsync(cancel);
        while (!cancel.IsCancellationRequested)
        {
            using Stream stream = await offer.AcceptAsync(cancel).ConfigureAwait(false);
            using var left = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            Task refusing = offer.RefuseOthersAsync(left.Token);
            await SerialBridge.RunAsync(token, stream, cancel).ConfigureAwait(false);
            await left.CancelAsync().ConfigureAwait(false);
            await refusing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await pacing.ConfigureAwait(false);
    }
}
