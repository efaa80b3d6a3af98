using System.Device.I2c;
using NanoBoard.Chips;
using NanoBoard.Events;
using nanoFramework.Hardware.Esp32;

namespace NanoBoard.Running;

/// <summary>The I2C controllers. The last opened device sets the speed of its bus; a refused address is a status, not an exception.</summary>
internal sealed class I2cBuses(Boot boot)
{
    private const long StuckTicks = 1000 * TimeSpan.TicksPerMillisecond;

    private readonly int[] _opened = new int[boot.Board.Options.Chip.I2cBuses];
    private readonly int[] _bitsPerSecond = new int[boot.Board.Options.Chip.I2cBuses];

    /// <summary>Opens a device on a bus, which reprograms the bus.</summary>
    public void Open(I2cConnectionSettings settings)
    {
        int bus = settings.BusId - 1;
        if (bus < 0 || bus >= _opened.Length)
        {
            throw new ArgumentException("The chip has no such I2C bus.");
        }

        (int data, int clock) = PinsOf(bus);
        if (boot.Gpio.IsBusy(data) || boot.Gpio.IsBusy(clock))
        {
            throw new NativeErrorException("A pin of the I2C bus is open as GPIO.");
        }

        _opened[bus]++;
        _bitsPerSecond[bus] = settings.BusSpeed switch
        {
            I2cBusSpeed.FastModePlus => 1_000_000,
            I2cBusSpeed.FastMode => 400_000,
            _ => 100_000,
        };
    }

    public void Close(I2cConnectionSettings settings)
    {
        int bus = settings.BusId - 1;
        _opened[bus] = Math.Max(0, _opened[bus] - 1);
    }

    /// <summary>Writes, then reads after a repeated start, either part possibly empty.</summary>
    public I2cTransferResult Transfer(I2cConnectionSettings settings, ReadOnlySpan<byte> write, Span<byte> read)
    {
        int bus = settings.BusId - 1;
        if (_opened[bus] == 0)
        {
            throw new InvalidOperationException("The last device of the bus was disposed: its driver is gone.");
        }

        Addressed addressed = boot.Ask(
            (this, bus, settings.DeviceAddress, write.Length, Read: read.Length),
            static asked => asked.Item1.Address(asked.bus, asked.DeviceAddress, asked.Length, asked.Read));
        boot.Spend(addressed.Ticks);
        if (addressed.Status != I2cTransferStatus.FullTransfer)
        {
            Tell(settings.DeviceAddress, bus, addressed, [], []);
            return new I2cTransferResult(0, addressed.Status);
        }

        if (boot.IsRecollected)
        {
            boot.Ask((this, addressed.Target, write.ToArray(), read.Length), static asked =>
            {
                byte[] given = new byte[asked.Length];
                asked.Item1.Exchange(asked.Target, asked.Item3, given);
                return given;
            }).CopyTo(read);
        }
        else
        {
            Exchange(addressed.Target, write, read);
        }

        Tell(settings.DeviceAddress, bus, addressed, write, read);
        return new I2cTransferResult((uint)(write.Length + read.Length), I2cTransferStatus.FullTransfer);
    }

    /// <summary>The start of a transfer: who answers, and how long it will take.</summary>
    private Addressed Address(int bus, int address, int written, int read)
    {
        boot.Board.Counters.I2cTransactions++;
        if (boot.Board.Faults.I2cBusStuck)
        {
            return new Addressed(null, boot.Board.Now, StuckTicks, I2cTransferStatus.ClockStretchTimeout);
        }

        bool isEmpty = written + read == 0;
        II2cTarget? target = isEmpty ? null : Find(bus, address);
        target?.Start();
        int bits = target is null ? 11 : WireBits(written) + WireBits(read) + 1;
        return new Addressed(
            target,
            boot.Board.Now,
            bits * TimeSpan.TicksPerSecond / _bitsPerSecond[bus],
            target is null && !isEmpty ? I2cTransferStatus.SlaveAddressNotAcknowledged : I2cTransferStatus.FullTransfer);
    }

    private void Tell(int address, int bus, Addressed addressed, ReadOnlySpan<byte> written, ReadOnlySpan<byte> read)
    {
        I2cWires wires = boot.Board.I2c;
        if (wires.IsWatched && !boot.IsRecalling && addressed.Status != I2cTransferStatus.ClockStretchTimeout)
        {
            wires.Report(new I2cTransfer(addressed.At, _bitsPerSecond[bus], address, addressed.Target is not null, written.ToArray(), read.ToArray()));
        }
    }

    private void Exchange(II2cTarget? target, ReadOnlySpan<byte> write, Span<byte> read)
    {
        BoardCounters counters = boot.Board.Counters;
        if (write.Length > 0)
        {
            target!.Take(write);
            counters.I2cBytesWritten += write.Length;
        }

        if (read.Length > 0)
        {
            target!.Give(read);
            counters.I2cBytesRead += read.Length;
        }
    }

    /// <summary>Start, address byte and data bytes, each with its acknowledge.</summary>
    private static int WireBits(int bytes) => bytes == 0 ? 0 : 1 + (9 * (bytes + 1));

    private II2cTarget? Find(int bus, int address)
    {
        VirtualBoard board = boot.Board;
        (int data, int clock) = PinsOf(bus);
        if (data != board.Options.Pins.Sda || clock != board.Options.Pins.Scl || boot.Gpio.IsBusy(data) || boot.Gpio.IsBusy(clock))
        {
            return null;
        }

        II2cTarget? target = board.I2c.Find(address) ?? address switch
        {
            OledPanel.Address => board.Panel,
            Ds3231Chip.Address => board.Rtc,
            _ => null,
        };
        return target is { Answers: true } ? target : null;
    }

    private (int Data, int Clock) PinsOf(int bus) => bus == 0
        ? (boot.Functions.PinOf(DeviceFunction.I2C1_DATA), boot.Functions.PinOf(DeviceFunction.I2C1_CLOCK))
        : (boot.Functions.PinOf(DeviceFunction.I2C2_DATA), boot.Functions.PinOf(DeviceFunction.I2C2_CLOCK));

    private readonly record struct Addressed(II2cTarget? Target, DateTimeOffset At, long Ticks, I2cTransferStatus Status);
}
