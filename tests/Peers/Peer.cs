using System.Diagnostics;

namespace HwToken.Peers;

/// <summary>Programs from other hands that the project is compared with. Missing on this machine: the test is skipped; missing in CI: it fails.</summary>
internal static class Peer
{
    /// <summary>Skips the test unless the programs are there.</summary>
    public static void Demand(params string[] programs)
    {
        string[] places = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        foreach (string program in programs.Where(program => !places.Any(place => File.Exists(Path.Combine(place, program)))))
        {
            Missing($"{program} is not installed; .ci/run names its Debian package.");
        }
    }

    /// <summary>Skips the test; in CI fails it.</summary>
    /// <param name="what">What is missing and how to get it.</param>
    public static void Missing(string what)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", what);
        Assert.Fail(what);
    }

    /// <summary>Runs a program to its end.</summary>
    public static PeerAnswer Run(string program, params string[] arguments) => RunWithInput(program, "", arguments);

    /// <summary>Runs a program to its end with something on its standard input.</summary>
    public static PeerAnswer RunWithInput(string program, string input, params string[] arguments)
    {
        Demand(program);
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new PeerAnswer(output, errors.Result, process.ExitCode);
    }
}
