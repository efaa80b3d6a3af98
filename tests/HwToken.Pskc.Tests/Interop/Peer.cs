using System.ComponentModel;
using System.Diagnostics;

namespace HwToken.Pskc.Tests.Interop;

/// <summary>Runs a program of somebody else. Skips the test when it is not installed, except in CI, where that is a failure.</summary>
internal static class Peer
{
    /// <summary>Standard output, and the exit code, which for pskctool says little. (Its standard error warns of every element of an encrypted file.)</summary>
    public static (string Output, int Exit) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            errors.Wait();
            return (output, process.ExitCode);
        }
        catch (Win32Exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"{program} is not installed (Debian: apt-get install oathtool pskctool xmlsec1).");
            throw;
        }
    }

    /// <summary>Runs with files in a folder of their own that is removed afterwards.</summary>
    public static void InFolder(Action<Func<string, string, string>> body)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("pskc-test");
        try
        {
            body((name, content) =>
            {
                string path = Path.Combine(folder.FullName, name);
                File.WriteAllText(path, content);
                return path;
            });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
