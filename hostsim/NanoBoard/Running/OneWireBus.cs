using NanoBoard.Chips;
using nanoFramework.Hardware.Esp32;

namespace NanoBoard.Running;

/// <summary>
/// The 1-wire host of a run: the UART of COM3, one byte on the wire for each bit. Search after Maxim's application note 187, in the platform's own order
/// (nf-interpreter, targets/ESP32/_nanoCLR/nanoFramework.Device.OneWire).
/// </summary>
internal sealed class OneWireBus(Boot boot)
{
    private const byte Search = 0xF0;
    private const byte AlarmSearch = 0xEC;
    private const int Bits = 64;
    private const int WireBits = 10;                                                            // start, eight, stop
    private const long ResetTicks = WireBits * TimeSpan.TicksPerSecond / 9_600;
    private const long SlotTicks = WireBits * TimeSpan.TicksPerSecond / 115_200;

    private readonly byte[] _found = new byte[8];
    private int _lastDiscrepancy;
    private bool _wasLast;

    /// <summary>A host object has the line.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Takes the UART for the line.</summary>
    public void Open()
    {
        if (!boot.Board.Options.Chip.HasOneWire)
        {
            throw boot.Misuse($"The stock image of an {boot.Board.Options.Chip} has no 1-wire: the program does not even start. Use a chip whose image has it.");
        }

        if (IsOpen)
        {
            throw new InvalidOperationException("There is a OneWireHost already. Dispose it first.");
        }

        if (boot.Functions.PinOf(DeviceFunction.COM3_TX) == PinFunctions.None || boot.Functions.PinOf(DeviceFunction.COM3_RX) == PinFunctions.None)
        {
            throw new NativeErrorException("The line has no pins. Call Configuration.SetPinFunction for COM3_TX and COM3_RX before.");
        }

        if (boot.Ports.IsOpen(3))
        {
            throw new InvalidOperationException("COM3 is open as a serial port: its UART is taken.");
        }

        IsOpen = true;
    }

    public void Close() => IsOpen = false;

    /// <summary>A reset.</summary>
    /// <returns>Presence.</returns>
    public bool Reset()
    {
        boot.Spend(ResetTicks);
        return boot.Ask(boot, static asked => asked.Board.OneWire.Reset());
    }

    /// <summary>Time slots, the lowest bit first.</summary>
    /// <returns>What was on the line.</returns>
    public byte Touch(byte value, int slots = 8)
    {
        boot.Spend(slots * SlotTicks);
        return boot.Ask((boot.Board.OneWire, value, slots), static asked =>
        {
            int read = 0;
            for (int bit = 0; bit < asked.slots; bit++)
            {
                read |= asked.OneWire.Slot((asked.value >> bit & 1) != 0) ? 1 << bit : 0;
            }

            return (byte)read;
        });
    }

    /// <summary>Begins a search.</summary>
    /// <returns>The address found; null: none.</returns>
    public byte[]? FindFirst(bool resets, bool alarmsOnly)
    {
        (_lastDiscrepancy, _wasLast) = (0, false);
        Array.Clear(_found);
        return FindNext(resets, alarmsOnly);
    }

    /// <summary>Goes on with a search.</summary>
    /// <returns>The address found; null: no further one.</returns>
    public byte[]? FindNext(bool resets, bool alarmsOnly)
    {
        if (_wasLast || (resets && !Reset()))
        {
            (_lastDiscrepancy, _wasLast) = (0, false);
            return null;
        }

        Touch(alarmsOnly ? AlarmSearch : Search);
        int discrepancy = 0;
        int bit = 1;
        for (; bit <= Bits; bit++)
        {
            (bool isOne, bool isZero) = (TouchBit(true), TouchBit(true));
            if (isOne && isZero)
            {
                break;
            }

            bool choice = isOne || isZero ? isOne : Choose(bit);
            discrepancy = isOne || isZero || choice ? discrepancy : bit;
            Keep(bit, choice);
            TouchBit(choice);
        }

        if (bit <= Bits || OneWireChip.Crc(_found) != 0)
        {
            _lastDiscrepancy = 0;
            return null;
        }

        _lastDiscrepancy = discrepancy;
        _wasLast = discrepancy == 0;
        return [.. _found];
    }

    public bool TouchBit(bool value) => Touch((byte)(value ? 1 : 0), 1) != 0;

    /// <summary>Chips differ in this bit: the way of the last search up to where it turned, there the other way, then 0.</summary>
    private bool Choose(int bit) => bit < _lastDiscrepancy ? (_found[(bit - 1) / 8] >> ((bit - 1) % 8) & 1) != 0 : bit == _lastDiscrepancy;

    private void Keep(int bit, bool value)
    {
        byte mask = (byte)(1 << ((bit - 1) % 8));
        _found[(bit - 1) / 8] = (byte)(value ? _found[(bit - 1) / 8] | mask : _found[(bit - 1) / 8] & ~mask);
    }
}
