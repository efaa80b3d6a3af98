using System.Text;
using HwToken.Tool.Console;

namespace HwToken.Tool;

/// <summary>The <c>hwtoken</c> command line.</summary>
public static class Program
{
    /// <summary>Runs one command.</summary>
    /// <returns>0 done, 1 failed, 2 wrong usage.</returns>
    public static Task<int> Main(string[] args)
    {
        // Names of ports and people may hold any letter; no byte order mark, so that output can be piped.
        System.Console.OutputEncoding = new UTF8Encoding(false);
        return CommandLine.RunAsync(args, ToolContext.ForProcess());
    }
}
