using NanoBoard.Running;

namespace Nano.System;

/// <summary>nanoFramework's <c>System.Console</c>: text for whoever listens at the debugger's port; on the board, an event for each line (<see cref="NanoBoard.Events.TextPrinted"/>).</summary>
public static class Console
{
    /// <summary>Prints text.</summary>
    public static void Write(string value) => Boot.Call().Print(value);

    /// <summary>Ends a line.</summary>
    public static void WriteLine() => Boot.Call().Print("\n");

    /// <summary>Prints a line.</summary>
    public static void WriteLine(string value) => Boot.Call().Print(value + "\n");
}
