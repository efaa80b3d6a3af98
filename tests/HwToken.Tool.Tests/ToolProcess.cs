using System.Diagnostics;

namespace HwToken.Tool.Tests;

/// <summary>The real <c>hwtoken</c> in a process of its own.</summary>
internal sealed class ToolProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    public ToolProcess(params IEnumerable<string> arguments)
        : this(null, arguments)
    {
    }

    private ToolProcess(string? temporary, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "hwtoken.dll"));
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // The tests' own profiler and diagnostics would only slow the start down.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        if (temporary is not null)
        {
            start.Environment["TMPDIR"] = temporary;
            start.Environment["TEMP"] = temporary;
            start.Environment["TMP"] = temporary;
        }

        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _output = _process.StandardOutput.ReadToEndAsync();
        _error = _process.StandardError.ReadToEndAsync();
    }

    public static async Task<(int Code, string Output, string Error)> RunAsync(params IEnumerable<string> arguments)
    {
        using var tool = new ToolProcess(arguments);
        return await tool.EndAsync();
    }

    /// <summary>Runs it with a folder for temporary files of its own.</summary>
    public static async Task<(int Code, string Output, string Error)> RunInAsync(string temporary, params IEnumerable<string> arguments)
    {
        using var tool = new ToolProcess(temporary, arguments);
        return await tool.EndAsync();
    }

    /// <summary>SIGKILL: no handler runs.</summary>
    public void Kill() => _process.Kill();

    /// <summary>SIGINT: what Ctrl-C sends.</summary>
    public void Interrupt()
    {
        using Process kill = Process.Start("kill", ["-INT", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public async Task<(int Code, string Output, string Error)> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (_process.ExitCode, await _output, await _error);
    }

    public Task<bool> HasEndedAsync(TimeSpan within) => Task.Run(() => _process.WaitForExit(within));

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
