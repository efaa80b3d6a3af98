using HwToken.Firmware.Board.Esp32;
using HwToken.Firmware.Token;

namespace HwToken.Simulator;

/// <summary>The firmware as it is when <see cref="BoardChoice"/> names another profile: the same wake, and the same screen when it fails, as in its own Main.</summary>
internal static class OtherFirmware
{
    /// <summary>Runs one wake to completion.</summary>
    /// <param name="profile">What it is built for.</param>
    public static void Main(BoardProfile profile)
    {
        var device = new TokenDevice(new Esp32Board(profile));
        try
        {
            device.Run();
        }
#pragma warning disable CA1031 // As in Program.Main: nothing of a failed wake may leak.
        catch (Exception)
#pragma warning restore CA1031
        {
            device.ShowInternalFault();
        }
    }
}
