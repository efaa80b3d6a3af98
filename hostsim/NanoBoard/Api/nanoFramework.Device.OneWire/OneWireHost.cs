using System;
using System.Collections;
using System.Globalization;
using NanoBoard.Running;

namespace nanoFramework.Device.OneWire;

/// <summary>The host of the 1-wire line: the UART of COM3, with the pins of COM3_TX and COM3_RX on the line. One object at a time.</summary>
public class OneWireHost : IDisposable
{
    private readonly Boot _boot;
    private bool _isDisposed;

    /// <summary>Takes the line.</summary>
    /// <exception cref="InvalidOperationException">There is a host already, or COM3 is open as a serial port.</exception>
    public OneWireHost()
    {
        _boot = Boot.Call();
        _boot.OneWire.Open();
    }

    /// <summary>What a search found last: family code, six bytes of serial number, CRC-8.</summary>
    public byte[] SerialNumber { get; set; } = new byte[8];

    /// <summary>Resets the chips on the line.</summary>
    /// <returns>Presence: one at least is there.</returns>
    public bool TouchReset()
    {
        _boot.CallObject();
        return _boot.OneWire.Reset();
    }

    /// <summary>A time slot.</summary>
    /// <param name="value">The bit that is sent; true leaves the line to the chips, which is how a bit is read.</param>
    /// <returns>The line.</returns>
    public bool TouchBit(bool value)
    {
        _boot.CallObject();
        return _boot.OneWire.TouchBit(value);
    }

    /// <summary>Eight time slots.</summary>
    /// <returns>The line.</returns>
    public byte TouchByte(byte value)
    {
        _boot.CallObject();
        return _boot.OneWire.Touch(value);
    }

    /// <summary>Sends a byte.</summary>
    /// <returns>1: the line carried it; 0: somebody else held the line. Not the byte.</returns>
    public byte WriteByte(byte value) => (byte)(TouchByte(value) == value ? 1 : 0);

    /// <summary>Reads a byte: 0xFF where nobody answers.</summary>
    public byte ReadByte() => TouchByte(0xFF);

    /// <summary>Begins a search.</summary>
    /// <param name="performResetBeforeSearch">Resets the line before it. Without, the line must have been reset.</param>
    /// <param name="searchWithAlarmCommand">Looks for chips with an alarm only.</param>
    /// <returns>False: there is none. Its address stands in <see cref="SerialNumber"/> otherwise.</returns>
    public bool FindFirstDevice(bool performResetBeforeSearch, bool searchWithAlarmCommand)
    {
        _boot.CallObject();
        return Keep(_boot.OneWire.FindFirst(performResetBeforeSearch, searchWithAlarmCommand));
    }

    /// <summary>Goes on with a search.</summary>
    /// <param name="performResetBeforeSearch">Resets the line before it. Without, the line must have been reset.</param>
    /// <param name="searchWithAlarmCommand">Looks for chips with an alarm only.</param>
    /// <returns>False: there is no further one. Its address stands in <see cref="SerialNumber"/> otherwise.</returns>
    public bool FindNextDevice(bool performResetBeforeSearch, bool searchWithAlarmCommand)
    {
        _boot.CallObject();
        return Keep(_boot.OneWire.FindNext(performResetBeforeSearch, searchWithAlarmCommand));
    }

    /// <summary>Searches for all chips, and prints their addresses as the platform does.</summary>
    /// <returns>Arrays of eight bytes.</returns>
    public ArrayList FindAllDevices()
    {
        var all = new ArrayList();
        for (bool found = FindFirstDevice(true, false); found; found = FindNextDevice(true, false))
        {
            all.Add(SerialNumber.Clone());
        }

        foreach (byte[] address in all)
        {
            _boot.Print(string.Concat(Array.ConvertAll(address, value => value.ToString("X2", CultureInfo.InvariantCulture))) + "\n");
        }

        return all;
    }

    /// <summary>Gives the line back.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives the line back.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!_isDisposed && !_boot.IsDead)
        {
            _boot.CallObject();
            _isDisposed = true;
            _boot.OneWire.Close();
        }
    }

    private bool Keep(byte[]? address)
    {
        address?.CopyTo(SerialNumber, 0);
        return address is not null;
    }
}
