using NanoBoard.Running;

namespace nanoFramework.Runtime.Native;

/// <summary>The device's garbage collector. The board has none: it says what an ESP32 without PSRAM has at best.</summary>
public static class GC
{
    private const uint FreeBytes = 90_000;

    /// <summary>Collects.</summary>
    /// <param name="compactHeap">Move what is left together.</param>
    /// <returns>Bytes that are free: here always the same number.</returns>
    public static uint Run(bool compactHeap)
    {
        Boot.Call();
        return FreeBytes;
    }

    /// <summary>Lets it tell of its work on the debugger's port. It has none to tell of.</summary>
    public static void EnableGCMessages(bool enable) => Boot.Call();
}
