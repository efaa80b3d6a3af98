using NanoBoard.Running;

namespace Nano.System.Threading;

/// <summary>Lets one waiter go for each time that it is set.</summary>
public sealed class AutoResetEvent : WaitHandle
{
    /// <summary>An event.</summary>
    public AutoResetEvent(bool initialState)
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

    /// <summary>Sets it: one who waits goes on.</summary>
    /// <returns>True.</returns>
    public bool Set()
    {
        Boot.Call();
        IsSet = true;
        return true;
    }

    internal override void Taken() => IsSet = false;
}
