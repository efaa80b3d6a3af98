using System.Diagnostics;

namespace HwToken.TestKit;

/// <summary>One of the project's programs in a process of its own; killed at the latest with this object.</summary>
public sealed class OwnProgram : IDisposable
{
    private const string Listens = "HwToken listens at ";

    private readonly Process _process;
    private readonly StreamText _output;
    private readonly StreamText _errors;

    private OwnProgram(Process process)
    {
        _process = process;
        _output = new StreamText(process.StandardOutput);
        _errors = new StreamText(process.StandardError);
    }

    /// <summary>Its process number.</summary>
    public int Id => _process.Id;

    /// <summary>What a server told as its address; null before <see cref="ListensAsync"/>.</summary>
    public Uri? Address { get; private set; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">Its assembly beside the tests, without <c>.dll</c>.</param>
    /// <param name="arguments">Its arguments, as they are.</param>
    public static Task<ProgramEnd> RunAsync(string program, params IEnumerable<string> arguments) => RunAsync(new ProgramStart(program, arguments));

    /// <summary>Runs a program to its end.</summary>
    public static async Task<ProgramEnd> RunAsync(ProgramStart what)
    {
        using OwnProgram program = Start(what);
        return await program.EndAsync();
    }

    /// <summary>Starts a program; its standard input is empty.</summary>
    /// <param name="program">Its assembly beside the tests, without <c>.dll</c>.</param>
    /// <param name="arguments">Its arguments, as they are.</param>
    public static OwnProgram Start(string program, params IEnumerable<string> arguments) => Start(new ProgramStart(program, arguments));

    /// <summary>Starts a program.</summary>
    public static OwnProgram Start(ProgramStart what)
    {
        string[] command = Signals.Deliverable(["dotnet", Path.Combine(AppContext.BaseDirectory, what.Program + ".dll"), .. what.Arguments]);
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = what.Directory ?? "",
        };

        // Counting for the optimiser and an ear for debuggers would only slow the start down; what is compiled once more is what is called 500 times (in
        // hexadecimal), not 30 times.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_CallCountThreshold"] = "1F4";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach ((string name, string? value) in what.Environment)
        {
            start.Environment[name] = value;
        }

        Process process = Process.Start(start) ?? throw new InvalidOperationException($"{what.Program} did not start.");
        process.StandardInput.Write(what.Input);
        if (!what.KeepsInput)
        {
            process.StandardInput.Close();
        }

        return new OwnProgram(process);
    }

    /// <summary>Writes a line to its standard input (<see cref="ProgramStart.KeepsInput"/>).</summary>
    public async Task SayAsync(string line)
    {
        await _process.StandardInput.WriteAsync((line + "\n").AsMemory(), Cancel);
        await _process.StandardInput.FlushAsync(Cancel);
    }

    /// <summary>Ends its standard input.</summary>
    public void HangUp() => _process.StandardInput.Close();

    /// <summary>The next line of its standard output; null when that is over.</summary>
    public Task<string?> ReadLineAsync() => _output.ReadLineAsync(Cancel);

    /// <summary>Waits until a server tells its address.</summary>
    /// <exception cref="InvalidOperationException">It ended before.</exception>
    public async Task<Uri> ListensAsync()
    {
        while (await ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Listens, StringComparison.Ordinal))
            {
                return Address = new Uri(line[Listens.Length..].Split(' ')[0]);
            }
        }

        ProgramEnd end = await EndAsync();
        throw new InvalidOperationException($"the server ended with {end.Status}: {end.Output}{end.Errors}");
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed, nothing is closed.</summary>
    public void Kill() => _process.Kill();

    /// <summary>SIGINT: what Ctrl-C sends.</summary>
    /// <exception cref="PlatformNotSupportedException">On Windows.</exception>
    public void Interrupt() => Signals.Send(_process, Signals.Interrupt);

    /// <summary>SIGTERM: what a service manager sends.</summary>
    /// <exception cref="PlatformNotSupportedException">On Windows.</exception>
    public void Terminate() => Signals.Send(_process, Signals.Terminate);

    /// <summary>Waits for its end.</summary>
    public async Task<ProgramEnd> EndAsync()
    {
        await _process.WaitForExitAsync(Cancel);
        return new ProgramEnd(_process.ExitCode, await _output.Whole, await _errors.Whole);
    }

    /// <summary>Waits for its end, but not longer than this.</summary>
    /// <returns>False: it runs on.</returns>
    public Task<bool> HasEndedAsync(TimeSpan within) => Task.Run(() => _process.WaitForExit(within));

    /// <summary>What it said so far, on both streams: for the message of a test that gives up.</summary>
    public override string ToString() => _output.SoFar + _errors.SoFar;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
