// A firmware that nobody of HwToken wrote, on the virtual board of the package: sleeps until its button wakes it.
using System;
using NanoBoard;
using nanoFramework.Hardware.Esp32;

using var board = new VirtualBoard(new BoardOptions { Seed = 7 }, Firmware.Wake);
board.ConnectPower();
board.Advance(TimeSpan.FromSeconds(5));
board.Button.Press(TimeSpan.FromMilliseconds(120));
board.Advance(TimeSpan.FromSeconds(5));
System.Console.WriteLine($"{board.State}, woken {board.Counters.Wakes} time(s)");

internal static class Firmware
{
    public static void Wake()
    {
        Sleep.EnableWakeupByPin(Sleep.WakeupGpioPin.Pin27, 0);
        Sleep.StartDeepSleep();
    }
}
