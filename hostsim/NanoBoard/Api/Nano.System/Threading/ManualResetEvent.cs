using NanoBoard.Running;

namespace Nano.System.Threading;

/// <summary>Stays set until it is reset.</summary>
public sealed class ManualResetEvent : WaitHandle
{
    /// <summary>An event.</summary>
    public ManualResetEvent(bool initialState)
    {
        IsSet = initialState;
    }

    /// <summary>Clears it.</summary>
    /// <returns>True.</returns>
    public bool Reset()
    {
        Boot.Call();
        IsSet = false;
        return true;
    }

    /// <summary>Sets it: all who wait go on.</summary>
    /// <returns>True.</returns>
    public bool Set()
    {
        Boot.Call();
        IsSet = true;
        return true;
    }
}
