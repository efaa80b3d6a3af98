using System.Runtime.InteropServices;
using HwToken.Factory.Lots;
using HwToken.Factory.Stations;

namespace HwToken.Tool.Console;

/// <summary>Runs a station in front of people: Ctrl-C once ends it after the tokens at hand, twice at once.</summary>
internal static class StationRun
{
    public static async Task<int> RunAsync(ToolContext context, Lot lot, FactoryHome home, StationOptions options)
    {
        using var stop = new CancellationTokenSource();
        using var cancel = new CancellationTokenSource();
        bool isPlain = context.Terminal is null || options.ChecksDisplay;
        void OnSignal(PosixSignalContext signal)
        {
            signal.Cancel = true;
            if (stop.IsCancellationRequested)
            {
                cancel.Cancel();
            }

            else if (isPlain)
            {
                context.Output.WriteLine("Stopping after the tokens at hand. Ctrl-C again: stop at once; their units go on with the next run.");
            }

            stop.Cancel();
        }

        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
        StationSummary summary;
        var board = new StationBoard(lot, context.Clock);
        if (context.Terminal is { } terminal && !isPlain)
        {
            using var live = new LiveView(terminal, board);
            summary = await live.RunAsync(() => new Station(lot, home, options, live, context.Clock).RunAsync(stop.Token, cancel.Token)).ConfigureAwait(false);
        }
        else
        {
            using var lines = new LineView(context, board);
            summary = await new Station(lot, home, options, lines, context.Clock).RunAsync(stop.Token, cancel.Token).ConfigureAwait(false);
        }

        Report(context, lot, board, summary, stop.IsCancellationRequested);
        return summary.IsClean ? 0 : 1;
    }

    private static void Report(ToolContext context, Lot lot, StationBoard board, StationSummary summary, bool isStopped)
    {
        if (summary.Passed > 0 || !summary.IsClean)
        {
            BigWord.Write(context, summary.IsClean);
        }

        foreach (string line in board.Summary(summary, isStopped))
        {
            context.Output.WriteLine(line);
        }

        if (summary.Interrupted > 0)
        {
            context.Output.WriteLine("Interrupted units: run the station again and connect the same tokens, or give the units up with 'hwtoken lot scrap'.");
        }

        if (LotAdvice.OnShortage(lot) is { } advice)
        {
            context.Output.WriteLine(advice);
        }
    }
}
