using NanoBoard.Time;

namespace NanoBoard.Chips;

/// <summary>
/// A DS3231 as register file (0x00 to 0x12, the pointer wraps) over an oscillator with an error in ppm. Runs on its battery
/// while the board has no power. Ageing trims its rate, alarms set their flags and the interrupt line; the temperature is 25 °C.
/// </summary>
public sealed class Ds3231Chip : II2cTarget
{
    /// <summary>I2C address.</summary>
    public const int Address = 0x68;

    private const int LastRegister = 0x12;
    private const int Control = 0x0E;
    private const int Status = 0x0F;
    private const byte OscillatorDisabledOnBattery = 0x80; // EOSC, control bit 7
    private const byte ConvertTemperature = 0x20;
    private const byte OscillatorStopped = 0x80; // OSF, status bit 7
    private const byte StickyFlags = 0x83; // OSF, A2F, A1F: a write can only clear them
    private const byte Enable32Kilohertz = 0x08;
    private const byte InterruptNotSquareWave = 0x04; // INTCN, control bit 2
    private const byte AlarmBits = 0x03; // A2IE, A1IE in control; A2F, A1F in status
    private const int Ageing = 0x10;
    private const double PpmPerAgeingStep = -0.1; // data sheet, at 25 °C: a positive value slows it
    private const long YearZero = 63_082_281_600; // seconds from year 1 to 2000-01-01

    private readonly byte[] _registers = new byte[LastRegister + 1];
    private readonly Ds3231Counter _counter;
    private bool _isBoardPowered;
    private bool _isBroken;
    private bool _isTimeValid = true;
    private bool _isTwelveHours;
    private int _weekdayOffset;
    private int _pointer;
    private double _ownPpm;
    private long _alarmsSeen;

    internal Ds3231Chip(Timeline timeline, double ppm)
    {
        _ownPpm = ppm;
        _counter = new Ds3231Counter(timeline, ppm);
        LoseTime();
    }

    /// <summary>The chip is fitted and its wires hold.</summary>
    public bool IsConnected { get; set; }

    /// <summary>A battery with charge sits in the holder.</summary>
    public bool HasBattery { get; private set; } = true;

    /// <summary>Error of its oscillator in parts per million, without the ageing trim; positive runs fast. A change leaves its time as it is.</summary>
    public double Ppm
    {
        get => _ownPpm;
        set
        {
            _ownPpm = value;
            UpdateRate();
        }
    }

    /// <summary>The 32 kHz output swings: it draws current, and nobody here listens.</summary>
    public bool Is32KilohertzOn => (_registers[Status] & Enable32Kilohertz) != 0 && _counter.IsRunning;

    /// <summary>An alarm that is enabled pulls the interrupt line low.</summary>
    public bool IsInterrupting
    {
        get
        {
            LatchTime();
            return (_registers[Control] & InterruptNotSquareWave) != 0 && (_registers[Control] & _registers[Status] & AlarmBits) != 0;
        }
    }

    /// <summary>The oscillator-stop flag: the time may be wrong.</summary>
    public bool HasStopped => (_registers[Status] & OscillatorStopped) != 0;

    /// <summary>
    /// The time that the chip counts, its century bit read as 2000 (clear) or 2100 (set). Null when nonsense was written to its registers.
    /// </summary>
    public DateTimeOffset? Time => _isTimeValid
        ? new DateTimeOffset((YearZero * TimeSpan.TicksPerSecond) + _counter.Ticks, TimeSpan.Zero)
        : null;

    /// <inheritdoc/>
    bool II2cTarget.Answers => IsConnected && _isBoardPowered;

    /// <summary>Sets the chip to a time and clears the oscillator-stop flag, as a factory would.</summary>
    /// <param name="time">2000 to 2099.</param>
    public void SetTime(DateTimeOffset time)
    {
        _counter.Set(time.UtcTicks - (YearZero * TimeSpan.TicksPerSecond));
        _alarmsSeen = _counter.Seconds;
        _isTimeValid = true;
        _isTwelveHours = false;
        _registers[Status] &= unchecked((byte)~OscillatorStopped);
    }

    /// <summary>Fault: the oscillator stops and sets its flag. The time stands still until <see cref="Resume"/>.</summary>
    public void Stop()
    {
        _isBroken = true;
        UpdateOscillator();
    }

    /// <summary>Ends <see cref="Stop"/>. The flag stays until the firmware clears it.</summary>
    public void Resume()
    {
        _isBroken = false;
        UpdateOscillator();
    }

    /// <summary>Fault: the time is off from now on, and no flag tells.</summary>
    /// <param name="by">Positive: ahead.</param>
    public void Jump(TimeSpan by)
    {
        LatchTime();
        _counter.Set(_counter.Ticks + by.Ticks);
        _alarmsSeen = _counter.Seconds;
    }

    /// <summary>
    /// Fault: puts a byte into a register, as another program on the bus would. Time registers that then hold no time stand still
    /// as they are.
    /// </summary>
    /// <param name="register">0x00 to 0x12.</param>
    /// <param name="value">Any.</param>
    public void Poke(int register, byte value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)register, (uint)LastRegister, nameof(register));
        LatchTime();
        WriteRegister(register, value);
        if (register < Ds3231TimeRegisters.Count)
        {
            TakeTime(restartsSecond: register == 0);
        }
    }

    /// <summary>Fault: the battery is empty. Without board power the time is lost now, otherwise with the next power cut.</summary>
    public void LoseBattery()
    {
        HasBattery = false;
        if (!_isBoardPowered)
        {
            LoseTime();
        }
    }

    /// <summary>Puts a fresh battery in.</summary>
    public void ReplaceBattery() => HasBattery = true;

    /// <summary>A register as the bus would read it.</summary>
    /// <param name="register">0x00 to 0x12.</param>
    public byte ReadRegister(int register)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)register, (uint)LastRegister, nameof(register));
        LatchTime();
        return _registers[register];
    }

    /// <inheritdoc/>
    void II2cTarget.Start() => LatchTime();

    /// <inheritdoc/>
    void II2cTarget.Take(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0)
        {
            return;
        }

        _pointer = bytes[0] % (LastRegister + 1);
        bool touchesTime = false;
        bool touchesSeconds = false;
        foreach (byte value in bytes[1..])
        {
            touchesTime |= _pointer < Ds3231TimeRegisters.Count;
            touchesSeconds |= _pointer == 0;
            WriteRegister(_pointer, value);
            _pointer = (_pointer + 1) % (LastRegister + 1);
        }

        if (touchesTime)
        {
            TakeTime(touchesSeconds);
        }
    }

    /// <inheritdoc/>
    void II2cTarget.Give(Span<byte> bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = _registers[_pointer];
            _pointer = (_pointer + 1) % (LastRegister + 1);
        }
    }

    internal void BoardPowerChanged(bool on)
    {
        _isBoardPowered = on;
        if (!on && !HasBattery)
        {
            LoseTime();
        }

        UpdateOscillator();
    }

    /// <summary>First power: 1 January 00, flag set (data sheet: power-on values).</summary>
    private void LoseTime()
    {
        Array.Clear(_registers);
        _registers[Control] = 0x1C;
        _registers[Status] = OscillatorStopped | Enable32Kilohertz;
        _registers[0x11] = 25;
        _counter.Set(0);
        _isTimeValid = true;
        _isTwelveHours = false;
        _weekdayOffset = 0;
        _alarmsSeen = 0;
        UpdateRate();
    }

    private void UpdateOscillator()
    {
        bool hasPower = _isBoardPowered || (HasBattery && (_registers[Control] & OscillatorDisabledOnBattery) == 0);
        bool runs = hasPower && !_isBroken;
        if (_counter.IsRunning && !runs)
        {
            _registers[Status] |= OscillatorStopped;
        }

        _counter.Run(runs);
    }

    private void UpdateRate() => _counter.Ppm = _ownPpm + ((sbyte)_registers[Ageing] * PpmPerAgeingStep);

    /// <summary>Alarms are looked for when somebody looks: what matched since the last time has set its flag.</summary>
    private void LookForAlarms()
    {
        long now = _counter.Seconds;
        for (int number = 1; number <= 2 && now > _alarmsSeen; number++)
        {
            if (Ds3231Alarms.Fires(_registers, number, _alarmsSeen, now, _weekdayOffset))
            {
                _registers[Status] |= (byte)number;
            }
        }

        _alarmsSeen = now;
    }

    private void LatchTime()
    {
        if (_isTimeValid)
        {
            LookForAlarms();
            int weekday = (int)(((_counter.Seconds / 86400) + _weekdayOffset) % 7) + 1;
            Ds3231TimeRegisters.Encode(_counter.Seconds, _isTwelveHours, weekday, _registers);
        }
    }

    private void WriteRegister(int register, byte value)
    {
        byte old = _registers[register];
        _registers[register] = register switch
        {
            Control => (byte)(value & ~ConvertTemperature),
            Status => (byte)((old & value & StickyFlags) | (value & Enable32Kilohertz)),
            0x11 or 0x12 => old,
            _ => value,
        };
        if (register == Ageing)
        {
            UpdateRate();
        }
        else if (register == Control)
        {
            UpdateOscillator();
        }
    }

    /// <summary>The registers hold a new time. Writing the seconds restarts the second; nonsense stands still as written.</summary>
    private void TakeTime(bool restartsSecond)
    {
        _isTimeValid = Ds3231TimeRegisters.TryDecode(_registers, out long seconds);
        if (!_isTimeValid)
        {
            return;
        }

        _alarmsSeen = seconds;
        long fraction = restartsSecond ? 0 : _counter.Ticks % TimeSpan.TicksPerSecond;
        _counter.Set((seconds * TimeSpan.TicksPerSecond) + fraction);
        _isTwelveHours = Ds3231TimeRegisters.IsTwelveHours(_registers[2]);
        _weekdayOffset = (int)((((_registers[3] - 1 - (seconds / 86400)) % 7) + 7) % 7);
    }
}
