using NanoBoard.Time;

namespace NanoBoard.Chips;

/// <summary>
/// A chip on the 1-wire line: answers searches, matches its address, and hands bytes to what is derived from it. The ROM commands and their order are those of the
/// DS18B20's data sheet, "ROM commands" and "1-Wire signaling".
/// </summary>
public abstract class OneWireChip : IOneWireTarget
{
    private const byte ReadRom = 0x33;
    private const byte MatchRom = 0x55;
    private const byte SkipRom = 0xCC;
    private const byte SearchRom = 0xF0;
    private const byte AlarmSearch = 0xEC;

    private readonly byte[] _address;
    private readonly Queue<bool> _toSend = new();
    private State _state;
    private int _bits;
    private int _count;

    /// <summary>A chip with its address.</summary>
    /// <param name="family">Family code: 0x28 is a DS18B20.</param>
    /// <param name="serial">Serial number, 48 bits.</param>
    protected OneWireChip(byte family, long serial)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(serial);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(serial, 1L << 48);
        _address = [family, .. BitConverter.GetBytes(serial)[..6], 0];
        _address[7] = Crc(_address.AsSpan(0, 7));
    }

    private enum State
    {
        Idle,
        Command,
        Matching,
        SearchBit,
        SearchComplement,
        SearchChoice,
        Selected,
    }

    /// <summary>Family code, serial number (low byte first) and CRC-8, as the line carries them.</summary>
    public ReadOnlyMemory<byte> Address => _address;

    /// <summary>False: a loose wire, or no chip.</summary>
    public bool IsConnected { get; set; } = true;

    /// <summary>The chip answers a search for alarms.</summary>
    protected virtual bool IsAlarmed => false;

    /// <summary>The line when the chip has nothing to send: false while it is busy, if it says so.</summary>
    protected virtual bool RestBit => true;

    /// <summary>Virtual time of the board that the chip hangs on.</summary>
    protected Timeline Timeline => Clock ?? throw new InvalidOperationException("The chip hangs on no board yet: board.OneWire.Attach(chip).");

    internal Timeline? Clock { get; set; }

    /// <summary>CRC-8 of Dallas/Maxim: polynomial 0x31 reflected, start 0.</summary>
    public static byte Crc(ReadOnlySpan<byte> bytes)
    {
        int crc = 0;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x8C : crc >> 1;
            }
        }

        return (byte)crc;
    }

    bool IOneWireTarget.Reset()
    {
        _toSend.Clear();
        (_state, _bits, _count) = (State.Command, 0, 0);
        OnReset();
        return IsConnected;
    }

    bool IOneWireTarget.Give() => !IsConnected || (_state switch
    {
        State.SearchBit => Bit(_count),
        State.SearchComplement => !Bit(_count),
        _ when _toSend.Count > 0 => _toSend.Peek(),
        State.Selected => RestBit,
        _ => true,
    });

    void IOneWireTarget.Take(bool bit)
    {
        if (!IsConnected || _toSend.TryDequeue(out _))
        {
            return;
        }

        switch (_state)
        {
            case State.SearchBit:
                _state = State.SearchComplement;
                break;
            case State.SearchComplement:
                _state = State.SearchChoice;
                break;
            case State.SearchChoice:
                Match(bit, State.SearchBit);
                break;
            case State.Matching:
                Match(bit, State.Matching);
                break;
            case State.Command or State.Selected:
                TakeBit(bit);
                break;
        }
    }

    /// <summary>The host reset the line: whatever was under way is over.</summary>
    protected virtual void OnReset()
    {
    }

    /// <summary>A byte for this chip, after it was selected. Answers go out by <see cref="Send"/>. Slots in which a host reads on after the last answer look like bytes of 0xFF.</summary>
    /// <param name="value">The byte.</param>
    protected abstract void OnWrite(byte value);

    /// <summary>Puts bytes on the line, from the next slot on.</summary>
    /// <param name="bytes">The bytes; each goes out lowest bit first.</param>
    protected void Send(ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                _toSend.Enqueue((value >> bit & 1) != 0);
            }
        }
    }

    private bool Bit(int number) => (_address[number / 8] >> (number % 8) & 1) != 0;

    /// <summary>A bit of an address: who has another one is out until the next reset, who has them all is selected.</summary>
    private void Match(bool bit, State next)
    {
        _state = bit != Bit(_count) ? State.Idle : ++_count == 64 ? State.Selected : next;
        _count = _state == State.Selected ? 0 : _count;
    }

    private void TakeBit(bool bit)
    {
        _bits |= bit ? 1 << _count : 0;
        if (++_count < 8)
        {
            return;
        }

        byte value = (byte)_bits;
        (_bits, _count) = (0, 0);
        if (_state == State.Selected)
        {
            OnWrite(value);
            return;
        }

        _state = value switch
        {
            SearchRom => State.SearchBit,
            AlarmSearch when IsAlarmed => State.SearchBit,
            MatchRom => State.Matching,
            SkipRom or ReadRom => State.Selected,
            _ => State.Idle,
        };
        if (value == ReadRom)
        {
            Send(_address);
        }
    }
}
