using System.IO.Ports;
using HwToken.Provisioning.Transports;

namespace HwToken.Lines;

/// <summary>A serial device or pseudo-terminal: 115200 baud, 8N1, no flow control.</summary>
public sealed class SerialLineTransport : LineTransport
{
    private const int BaudRate = 115_200;

    /// <summary>How often it is looked whether the device is still there, while nothing comes.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private readonly SerialPort _port;
    private readonly Stream _stream;
    private readonly string _name;

    private SerialLineTransport(SerialPort port)
    {
        _port = port;
        _stream = port.BaseStream;
        _name = port.PortName;
    }

    /// <summary>Opens and sets up a device.</summary>
    /// <param name="name"><c>/dev/ttyUSB0</c>, <c>/dev/pts/3</c>, <c>COM3</c>.</param>
    /// <exception cref="IOException">There is no such device, it may not be opened, or it is no serial line. The message says what to do.</exception>
    public static SerialLineTransport Open(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var transport = new SerialLineTransport(OpenPort(name));
        transport.Start();
        return transport;
    }

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        try
        {
            await _stream.WriteAsync(bytes, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException or UnauthorizedAccessException)
        {
            throw SerialErrors.Gone(_name, e);
        }
    }

    /// <inheritdoc/>
    protected override async ValueTask<int> ReadSomeAsync(Memory<byte> buffer, CancellationToken cancel)
    {
        try
        {
            Task<int> reading = _stream.ReadAsync(buffer, cancel).AsTask();
            while (await Task.WhenAny(reading, Task.Delay(Look, cancel)).ConfigureAwait(false) != reading)
            {
                cancel.ThrowIfCancellationRequested();
                if (!IsThere(_name))
                {
                    throw SerialErrors.Gone(_name, null);
                }
            }

            int count = await reading.ConfigureAwait(false);
            return count > 0 ? count : throw SerialErrors.Gone(_name, null);
        }
        catch (Exception e) when (e is ObjectDisposedException or InvalidOperationException or UnauthorizedAccessException)
        {
            throw SerialErrors.Gone(_name, e);
        }
    }

    /// <inheritdoc/>
    protected override ValueTask CloseAsync()
    {
        try
        {
            _port.Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It was unplugged: nothing is left to close.
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Whether there is such a device.</summary>
    internal static bool IsThere(string name) => OperatingSystem.IsWindows()
        ? SerialPort.GetPortNames().Contains(name, StringComparer.OrdinalIgnoreCase)
        : File.Exists(name);

    /// <summary>
    /// DTR and RTS work an ESP32 board's reset and boot pins through two transistors: only one of the two alone does anything. Linux and macOS raise
    /// both together as they open a port, Windows leaves both low. They stay as the system has them, so that neither is ever seen alone.
    /// </summary>
    private static SerialPort OpenPort(string name)
    {
        if (!IsThere(name))
        {
            throw SerialErrors.Missing(name, null);
        }

        try
        {
            return OpenPort(name, isRaised: !OperatingSystem.IsWindows());
        }
        catch (IOException) when (!OperatingSystem.IsWindows())
        {
            // A pseudo-terminal has no such lines.
            return OpenPort(name, isRaised: false);
        }
    }

    private static SerialPort OpenPort(string name, bool isRaised)
    {
        var port = new SerialPort(name, BaudRate, Parity.None, 8, StopBits.One) { Handshake = Handshake.None, DtrEnable = isRaised, RtsEnable = isRaised };
        try
        {
            port.Open();
            return port;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or ArgumentException or FileNotFoundException or InvalidOperationException)
        {
            port.Dispose();
            throw SerialErrors.Refused(name, e);
        }
        catch
        {
            port.Dispose();
            throw;
        }
    }
}
