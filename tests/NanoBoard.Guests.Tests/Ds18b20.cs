using NanoBoard.Chips;

namespace NanoBoard.Guests.Tests;

/// <summary>A chip of a test's own on the 1-wire line: a DS18B20 (data sheet: "Memory", "DS18B20 function commands").</summary>
internal sealed class Ds18b20(long serial) : OneWireChip(0x28, serial)
{
    private readonly byte[] _scratchpad = [0x50, 0x05, 75, 70, 0x7F, 0xFF, 0x0C, 0x10];
    private DateTimeOffset _readyAt = DateTimeOffset.MinValue;
    private int _toWrite;

    public double Celsius { get; set; } = 20;

    protected override bool RestBit => Timeline.Now >= _readyAt;

    protected override bool IsAlarmed => (sbyte)((_scratchpad[1] << 4) | (_scratchpad[0] >> 4)) is var degrees && (degrees >= (sbyte)_scratchpad[2] || degrees <= (sbyte)_scratchpad[3]);

    protected override void OnReset() => _toWrite = 0;

    protected override void OnWrite(byte value)
    {
        if (_toWrite > 0)
        {
            _scratchpad[5 - _toWrite--] = value;
            return;
        }

        switch (value)
        {
            case 0x44: // convert: 93.75 ms at 9 bits, twice that for each further one
                int spare = 3 - (_scratchpad[4] >> 5 & 3);
                _readyAt = Timeline.Now + TimeSpan.FromMilliseconds(750 >> spare);
                int raw = (int)Math.Round(Celsius * 16) >> spare << spare;
                (_scratchpad[0], _scratchpad[1]) = ((byte)raw, (byte)(raw >> 8));
                break;
            case 0x4E:
                _toWrite = 3;
                break;
            case 0xBE:
                Send([.. _scratchpad, Crc(_scratchpad)]);
                break;
            case 0xB4: // external supply
                Send([0xFF]);
                break;
        }
    }
}
