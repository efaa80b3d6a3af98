using System.Globalization;
using HwToken.Factory.Stations;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace HwToken.Tool.Console;

/// <summary>The station on a terminal: a line a port, the last verdict in big letters, progress below.</summary>
internal sealed class LiveView(IAnsiConsole terminal, StationBoard board) : IStationView, IDisposable
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(200);

    /// <summary>Verdict, progress, hint, and the table's own lines, some of them broken on a narrow terminal.</summary>
    private const int LinesAround = 15;
    private const int LeastPorts = 4;

    /// <summary>The terminal writes ^C where the cursor rests, behind the last line. In the last column that would begin a new line, and the
    /// picture would be redrawn and wiped one line too low.</summary>
    private const int RoomForInterrupts = 8;

    private readonly SemaphoreSlim _changed = new(0);

    public void Show(StationEvent happened)
    {
        board.Add(happened);
        _changed.Release();
    }

    public Task<string> AskDisplayedCodeAsync(string port, string id, string? remark, CancellationToken cancel) =>
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

    /// <summary>Verdict and progress on top: what does not fit on the terminal is cut off at the bottom.</summary>
    private RightMargin Draw()
    {
        var parts = new List<IRenderable>();
        if (board.LastVerdict is { } verdict)
        {
            bool isGood = verdict.Kind == StationEventKind.Passed;
            parts.Add(new FigletText(isGood ? "PASS" : "FAIL").Color(isGood ? Color.Green : Color.Red));
            parts.Add(new Text($"{verdict.Port}  {verdict.Id}  {verdict.Message}"));
        }

        parts.Add(new Text(board.Progress()));
        parts.Add(new Text(board.Pace()));
        parts.Add(new Markup("[grey]Ctrl-C: stop after the tokens at hand[/]"));
        parts.Add(Ports(Math.Max(LeastPorts, terminal.Profile.Height - LinesAround)));
        return new RightMargin(new Rows(parts), RoomForInterrupts);
    }

    /// <summary>A line a port; when there are more than fit, those where something happens.</summary>
    private Table Ports(int most)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("Port").AddColumn("Unit").AddColumn("State");
        StationEvent[] all = [.. board.Ports];
        StationEvent[] shown = all.Length <= most ? all : [.. all.OrderBy(Quietness).Take(most - 1).OrderBy(port => port.Port, StringComparer.Ordinal)];
        foreach (StationEvent port in shown)
        {
            string colour = port.Kind switch
            {
                StationEventKind.Passed or StationEventKind.PassedBefore => "green",
                StationEventKind.Failed or StationEventKind.SetAside or StationEventKind.PortFailed => "red",
                StationEventKind.Interrupted or StationEventKind.Scrapped => "yellow",
                StationEventKind.Waiting => "grey",
                _ => "default",
            };
            table.AddRow(new Text(port.Port), new Text(port.Id ?? ""), new Markup($"[{colour}]{Markup.Escape(Describe(port))}[/]").Overflow(Overflow.Ellipsis));
        }

        if (shown.Length < all.Length)
        {
            table.AddRow(new Text("…"), new Text(""), new Text(string.Create(CultureInfo.InvariantCulture, $"and {all.Length - shown.Length} quieter ports")));
        }

        return table;
    }

    private static int Quietness(StationEvent port) => port.Kind switch
    {
        StationEventKind.Failed or StationEventKind.SetAside or StationEventKind.PortFailed or StationEventKind.Interrupted => 0,
        StationEventKind.Started or StationEventKind.Step => 1,
        StationEventKind.Waiting => 3,
        _ => 2,
    };

    private static string Describe(StationEvent port) => port.Kind switch
    {
        StationEventKind.Passed => "PASS  " + port.Message,
        StationEventKind.Failed => "FAIL  " + port.Message,
        StationEventKind.SetAside => "SET ASIDE  " + port.Message,
        _ => port.Message,
    };
}
