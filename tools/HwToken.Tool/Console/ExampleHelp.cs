using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace HwToken.Tool.Console;

/// <summary>Help as usual, and below it what to type.</summary>
internal sealed class ExampleHelp(HelpAction help) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        int result = help.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is ExampleCommand { Examples: var examples })
        {
            output.WriteLine(examples.Count == 1 ? "Example:" : "Examples:");
            foreach (string example in examples)
            {
                output.WriteLine("  hwtoken " + example);
            }

            output.WriteLine();
        }

        return result;
    }
}
