using System.Device.I2c;

namespace NanoBoard.Tests.Chips;

/// <summary>A program that talks to the clock chip.</summary>
internal static class RtcProgram
{
    public static byte[] Read(int register, int count)
    {
        byte[] registers = new byte[count];
        Assert.Equal(I2cTransferStatus.FullTransfer, Rig.OpenRtc().WriteRead(new byte[] { (byte)register }, registers).Status);
        return registers;
    }

    public static Rig With(Action<Rig> before, Action program, BoardOptions? options = null)
    {
        var rig = new Rig(
            () =>
            {
                program();
                nanoFramework.Hardware.Esp32.Sleep.StartDeepSleep();
            },
            options);
        before(rig);
        rig.Board.ConnectPower();
        rig.Run(TimeSpan.FromSeconds(30));
        return rig;
    }
}
