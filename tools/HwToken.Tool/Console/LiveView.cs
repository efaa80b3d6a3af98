using HwToken.Factory.Stations;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace HwToken.Tool.Console;

/// <summary>The station on a terminal: a line a port, the last verdict in big letters, progress below.</summary>
internal sealed class LiveView(IAnsiConsole terminal, StationBoard board) : IStationView, IDisposable
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);

    private readonly SemaphoreSlim _changed = new(0);

    public void Show(StationEvent happened)
    {
        board.Add(happened);
        _changed.Release();
    }

    public Task<string> AskDisplayedCodeAsync(string port, string id, bool isAgain, CancellationToken cancel) =>
        throw new InvalidOperationException("Codes are asked for in the plain view.");

    public async Task<StationSummary> RunAsync(Func<Task<StationSummary>> run)
    {
        Task<StationSummary> running = Task.Run(run);
        await terminal.Live(Draw()).AutoClear(true).StartAsync(async live =>
        {
            while (!running.IsCompleted)
            {
                // Redrawn when something happened, and now and then for the rate.
                await _changed.WaitAsync(Refresh).ConfigureAwait(false);
                while (_changed.Wait(0))
                {
                }

                live.UpdateTarget(Draw());
            }
        }).ConfigureAwait(false);
        return await running.ConfigureAwait(false);
    }

    public void Dispose() => _changed.Dispose();

    private Rows Draw()
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("Port").AddColumn("Unit").AddColumn("State");
        foreach (StationEvent port in board.Ports)
        {
            string colour = port.Kind switch
            {
                StationEventKind.Passed or StationEventKind.PassedBefore => "green",
                StationEventKind.Failed or StationEventKind.SetAside or StationEventKind.PortFailed => "red",
                StationEventKind.Interrupted or StationEventKind.Scrapped => "yellow",
                StationEventKind.Waiting => "grey",
                _ => "default",
            };
            table.AddRow(new Text(port.Port), new Text(port.Id ?? ""), new Markup($"[{colour}]{Markup.Escape(Describe(port))}[/]"));
        }

        var parts = new List<IRenderable> { table };
        if (board.LastVerdict is { } verdict)
        {
            bool isGood = verdict.Kind == StationEventKind.Passed;
            parts.Add(new FigletText(isGood ? "PASS" : "FAIL").Color(isGood ? Color.Green : Color.Red));
            parts.Add(new Text($"{verdict.Id}  {verdict.Message}"));
        }

        parts.Add(new Text(board.Progress() + "   (Ctrl-C: stop after the tokens at hand)"));
        return new Rows(parts);
    }

    private static string Describe(StationEvent port) => port.Kind switch
    {
        StationEventKind.Passed => "PASS  " + port.Message,
        StationEventKind.Failed => "FAIL  " + port.Message,
        StationEventKind.SetAside => "SET ASIDE  " + port.Message,
        _ => port.Message,
    };
}
