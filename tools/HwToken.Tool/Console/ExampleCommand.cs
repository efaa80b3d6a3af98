using System.CommandLine;

namespace HwToken.Tool.Console;

/// <summary>A command whose help shows what to type.</summary>
internal sealed class ExampleCommand : Command
{
    /// <summary>Names a command.</summary>
    /// <param name="name">As typed.</param>
    /// <param name="description">What it does.</param>
    /// <param name="examples">What to type behind <c>hwtoken</c>.</param>
    public ExampleCommand(string name, string description, params IReadOnlyList<string> examples)
        : base(name, description) => Examples = examples;

    /// <summary>What to type behind <c>hwtoken</c>.</summary>
    public IReadOnlyList<string> Examples { get; }
}
