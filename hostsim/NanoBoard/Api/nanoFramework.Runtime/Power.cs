using NanoBoard.Running;

namespace nanoFramework.Runtime.Native;

/// <summary>Restarts the chip. Its calendar goes on, all else begins anew.</summary>
public class Power
{
    /// <summary>Comes before a restart by <see cref="RebootDevice(RebootOption)"/>; not before deep sleep.</summary>
    public static event RebootEventHandler OnRebootEvent
    {
        add => Boot.Call().Rebooting += value;
        remove => Boot.Call().Rebooting -= value;
    }

    /// <summary>Restarts the chip: ends the program, without closing anything.</summary>
    public static void RebootDevice(RebootOption rebootOption = RebootOption.NormalReboot)
    {
        Boot boot = Boot.Call();
        boot.Rebooting?.Invoke();
        boot.Board.Restart(boot);
        boot.ThrowIfDead();
    }

    /// <summary>Restarts the chip.</summary>
    /// <param name="exitTimeout">Milliseconds that handlers may take at most. They are not hurried here.</param>
    /// <param name="rebootOption">What is to start.</param>
    public static void RebootDevice(int exitTimeout, RebootOption rebootOption = RebootOption.NormalReboot) => RebootDevice(rebootOption);
}
