using System.Diagnostics;

namespace HwToken.TestKit;

/// <summary>Programs from other hands that the project is compared with. Missing on this machine: the test is skipped; missing in CI: it fails.</summary>
public static class Peer
{
    /// <summary>Skips the test unless the programs are there.</summary>
    /// <param name="programs">Names to be found in PATH.</param>
    public static void Demand(params string[] programs)
    {
        foreach (string program in programs.Where(program => Find(program) is null))
        {
            Missing($"{program} is not installed; .ci/run names its Debian package.");
        }
    }

    /// <summary>Where a program is.</summary>
    /// <param name="program">A name to be found in PATH.</param>
    /// <returns>Its path; null when it is not installed.</returns>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(place => Path.Combine(place, program)).FirstOrDefault(File.Exists);

    /// <summary>Skips the test; in CI fails it.</summary>
    /// <param name="what">What is missing and how to get it.</param>
    public static void Missing(string what)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", what);
        Assert.Fail(what);
    }

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">A name to be found in PATH, or a path.</param>
    /// <param name="arguments">Its arguments, as they are.</param>
    public static PeerAnswer Run(string program, params string[] arguments) => RunWithInput(program, "", arguments);

    /// <summary>Runs a program to its end with something on its standard input.</summary>
    /// <param name="program">A name to be found in PATH, or a path.</param>
    /// <param name="input">The whole of its standard input.</param>
    /// <param name="arguments">Its arguments, as they are.</param>
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
