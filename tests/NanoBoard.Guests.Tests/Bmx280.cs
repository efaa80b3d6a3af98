using NanoBoard.Chips;

namespace NanoBoard.Guests.Tests;

/// <summary>A Bosch BMP280/BME280 as a set of registers, with the trimming values and the raw readings of its data sheet's example (BMP280 rev. 1.14, 3.12): 25.08 °C.</summary>
internal sealed class Bmx280 : I2cRegisterMap
{
    private const int RawTemperature = 519888;
    private const int RawPressure = 415148;

    public Bmx280()
    {
        this[0xD0] = 0x60; // BME280
        short[] trimming = [27504, 26435, -1000, unchecked((short)36477), -10685, 3024, 2855, 140, -7, 15500, -14600, 6000];
        for (int i = 0; i < trimming.Length; i++)
        {
            this[0x88 + (2 * i)] = (byte)trimming[i];
            this[0x89 + (2 * i)] = (byte)(trimming[i] >> 8);
        }
    }

    /// <summary>A forced measurement (control register, mode 1 or 2) fills the data registers.</summary>
    protected override void OnWrite(int address, byte value)
    {
        base.OnWrite(address, value);
        if (address == 0xF4 && (value & 3) is 1 or 2)
        {
            Store(0xF7, RawPressure);
            Store(0xFA, RawTemperature);
        }
    }

    /// <summary>20 bits, left aligned in three registers.</summary>
    private void Store(int address, int raw)
    {
        this[address] = (byte)(raw >> 12);
        this[address + 1] = (byte)(raw >> 4);
        this[address + 2] = (byte)(raw << 4);
    }
}
