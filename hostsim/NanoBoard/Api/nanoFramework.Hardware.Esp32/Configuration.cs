using NanoBoard.Running;

namespace nanoFramework.Hardware.Esp32;

/// <summary>Gives functions to pins. Forgotten in deep sleep.</summary>
public class Configuration
{
    /// <summary>Gives a function to a pin; before the device is opened that uses it.</summary>
    /// <exception cref="System.ArgumentException">A function that drives, on a pin that is missing or input-only; a port that the chip has not.</exception>
    public static void SetPinFunction(int pin, DeviceFunction value) => Boot.Call().Functions.Set(pin, value);

    /// <summary>The pin that carries a function; -1: none.</summary>
    public static int GetFunctionPin(DeviceFunction function) => Boot.Call().Functions.PinOf(function);
}
