using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace HwToken.Tool.Console;

/// <summary>Help as usual, and below it what to type.</summary>
/// <param name="help">The help as usual.</param>
/// <param name="first">What to type first of all, below the help of the program itself.</param>
internal sealed class ExampleHelp(HelpAction help, params IReadOnlyList<string> first) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        int result = help.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        IReadOnlyList<string> examples = parseResult.CommandResult.Command switch
        {
            ExampleCommand command => command.Examples,
            RootCommand => first,
            _ => [],
        };
        if (examples.Count > 0)
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
