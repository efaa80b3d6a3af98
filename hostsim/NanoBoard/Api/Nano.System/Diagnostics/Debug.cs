using NanoBoard.Running;

namespace Nano.System.Diagnostics;

/// <summary>nanoFramework's <c>System.Diagnostics.Debug</c>: goes where <see cref="Console"/> goes. Calls of a program that was compiled without DEBUG are not in it.</summary>
public static class Debug
{
    /// <summary>Prints text.</summary>
    public static void Write(string message) => Boot.Call().Print(message);

    /// <summary>Ends a line.</summary>
    public static void WriteLine() => Boot.Call().Print("\n");

    /// <summary>Prints a line.</summary>
    public static void WriteLine(string message) => Boot.Call().Print(message + "\n");

    /// <summary>Stops a debugger when the condition does not hold; without one, says so and goes on.</summary>
    public static void Assert(bool condition) => Assert(condition, string.Empty, string.Empty);

    /// <summary>Stops a debugger when the condition does not hold; without one, says so and goes on.</summary>
    public static void Assert(bool condition, string message) => Assert(condition, message, string.Empty);

    /// <summary>Stops a debugger when the condition does not hold; without one, says so and goes on.</summary>
    public static void Assert(bool condition, string message, string detailedMessage)
    {
        Boot boot = Boot.Call();
        if (!condition)
        {
            boot.Print($"Assertion failed. {message} {detailedMessage}".TrimEnd() + "\n");
        }
    }
}
