using NanoBoard.Running;

namespace Nano.System.Threading;

/// <summary>nanoFramework's <c>System.Threading.Monitor</c>: what <c>lock</c> is made of. There is no Wait and no Pulse.</summary>
public static class Monitor
{
    /// <summary>Takes an object; waits until whoever holds it lets go.</summary>
    public static void Enter(object obj)
    {
        Boot boot = Boot.Call();
        boot.Locks.Enter(boot, obj ?? throw new ArgumentNullException(nameof(obj)));
    }

    /// <summary>Lets an object go.</summary>
    /// <exception cref="InvalidOperationException">This thread does not hold it.</exception>
    public static void Exit(object obj)
    {
        // Comes out of finally blocks too, where the end of a run must not be hidden by another exception.
        if (Boot.CurrentOrNull is { IsDead: true })
        {
            return;
        }

        Boot boot = Boot.Call();
        if (!boot.Locks.Exit(boot, obj ?? throw new ArgumentNullException(nameof(obj))))
        {
            throw new InvalidOperationException("This thread does not hold the object.");
        }
    }
}
