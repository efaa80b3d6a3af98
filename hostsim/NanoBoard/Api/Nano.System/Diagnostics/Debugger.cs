namespace Nano.System.Diagnostics;

/// <summary>nanoFramework's <c>System.Diagnostics.Debugger</c>: none is attached to the board.</summary>
public static class Debugger
{
    /// <summary>False.</summary>
    public static bool IsAttached => false;

    /// <summary>Does nothing.</summary>
    public static void Break()
    {
    }
}
