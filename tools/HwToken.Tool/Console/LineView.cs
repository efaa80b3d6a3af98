using HwToken.Factory;
using HwToken.Factory.Stations;

namespace HwToken.Tool.Console;

/// <summary>One plain line an event: for pipes, files, and while the operator is asked for codes.</summary>
internal sealed class LineView(ToolContext context, StationBoard board) : IStationView, IDisposable
{
    private readonly SemaphoreSlim _asking = new(1);
    private readonly Lock _lock = new();

    public void Show(StationEvent happened)
    {
        board.Add(happened);
        string? word = happened.Kind switch
        {
            StationEventKind.Passed => "PASS",
            StationEventKind.Failed => "FAIL",
            StationEventKind.SetAside => "SET ASIDE",
            StationEventKind.Interrupted => "INTERRUPTED",
            StationEventKind.PassedBefore => "DONE BEFORE",
            StationEventKind.Scrapped => "SCRAPPED",
            StationEventKind.PortFailed => "PORT FAILED",
            StationEventKind.Started => "START",
            StationEventKind.Waiting => "WAIT",
            _ => null,
        };
        if (word is null)
        {
            return;
        }

        bool isVerdict = happened.Kind is StationEventKind.Passed or StationEventKind.Failed or StationEventKind.SetAside;
        lock (_lock)
        {
            context.Output.WriteLine($"{happened.Port}  {word} {happened.Id}  {happened.Message}".TrimEnd() + (isVerdict ? "  [" + board.Progress() + "]" : ""));
            context.Output.Flush();
        }
    }

    public async Task<string> AskDisplayedCodeAsync(string port, string id, string? remark, CancellationToken cancel)
    {
        await _asking.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            lock (_lock)
            {
                context.Output.Write($"{port}  {(remark is null ? "" : remark + " ")}On {port}: press the button of {id} (held 2 s, it shows this ID) and type the code: ");
                context.Output.Flush();
            }

            // No more input is nobody at the bench, not a wrong code: the unit waits for the next run, it is not scrapped.
            return await Task.Run(context.Input.ReadLine, cancel).WaitAsync(cancel).ConfigureAwait(false)
                ?? throw new FactoryException("Input has ended: nobody can type what the display shows. Run the station again in front of a person; the units at hand go on there.");
        }
        finally
        {
            _asking.Release();
        }
    }

    public void Dispose() => _asking.Dispose();
}
