using HwToken.Lines;
using Spectre.Console;

namespace HwToken.Tool.Console;

/// <summary>What a command needs of the world: where to write, whom to ask, what time it is. Tests bring their own.</summary>
public sealed class ToolContext
{
    /// <summary>Brings the parts together.</summary>
    /// <param name="output">Results.</param>
    /// <param name="error">What went wrong.</param>
    /// <param name="input">Answers to questions.</param>
    /// <param name="terminal">The terminal, or null when output goes to a file or a pipe: plain lines then, no colour.</param>
    /// <param name="clock">True time.</param>
    public ToolContext(TextWriter output, TextWriter error, TextReader input, IAnsiConsole? terminal, TimeProvider clock) =>
        (Output, Error, Input, Terminal, Clock) = (output, error, input, terminal, clock);

    /// <summary>When this program was committed; null when it was built outside of a repository.</summary>
    public DateTimeOffset? ProgramDate { get; init; }

    /// <summary>Whether the system says that its clock is synchronised; null when it does not say.</summary>
    public Func<bool?> IsClockSynchronised { get; init; } = () => null;

    /// <summary>The machine's serial ports.</summary>
    internal Func<IReadOnlyList<SerialDevice>> SerialDevices { get; init; } = Lines.SerialDevices.Find;

    /// <summary>Results.</summary>
    public TextWriter Output { get; }

    /// <summary>What went wrong.</summary>
    public TextWriter Error { get; }

    /// <summary>Answers to questions.</summary>
    public TextReader Input { get; }

    /// <summary>The terminal; null when output goes elsewhere.</summary>
    public IAnsiConsole? Terminal { get; }

    /// <summary>True time.</summary>
    public TimeProvider Clock { get; }

    /// <summary>The process's own.</summary>
    public static ToolContext ForProcess() => new(
        System.Console.Out,
        System.Console.Error,
        System.Console.In,
        System.Console.IsOutputRedirected ? null : AnsiConsole.Console,
        TimeProvider.System)
    {
        ProgramDate = Console.ProgramDate.Value,
        IsClockSynchronised = SystemClock.IsSynchronised,
    };

    /// <summary>Says so when the system's clock runs free: tokens are about to take their time from it.</summary>
    public void WarnOfClock()
    {
        if (IsClockSynchronised() == false)
        {
            Error.WriteLine("hwtoken: warning: the system says that its clock is not synchronised (NTP). Tokens take their time from it.");
        }
    }

    /// <summary>Asks a question that is answered with y or n.</summary>
    /// <param name="question">The question.</param>
    /// <returns>True for y or yes; false for anything else, also for no answer.</returns>
    public bool Confirm(string question)
    {
        Output.Write(question + " [y/N] ");
        Output.Flush();
        return Input.ReadLine()?.Trim().ToUpperInvariant() is "Y" or "YES";
    }
}
