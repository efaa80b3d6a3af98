using System.Diagnostics;

namespace HwToken.Provisioning.Transports;

/// <summary>
/// A serial device or pseudo-terminal, as a device file: 115200 baud, 8N1, no flow control. <see cref="SerialSettings"/> sets it up
/// with the system's own tool (<c>stty</c>, on Windows <c>mode</c>), so that no native serial library is needed.
/// </summary>
public sealed class SerialLineTransport : LineTransport
{
    /// <summary>A read of a live terminal takes 0.1 s to come back empty; one that is gone comes back at once, for ever.</summary>
    private const int MostHastyReads = 25;

    private static readonly TimeSpan Hasty = TimeSpan.FromMilliseconds(20);

    private readonly FileStream _device;
    private readonly string _path;
    private int _hastyReads;

    private SerialLineTransport(FileStream device, string path)
    {
        _device = device;
        _path = path;
    }

    /// <summary>Opens and sets up a device.</summary>
    /// <param name="path"><c>/dev/ttyUSB0</c>, <c>/dev/pts/3</c>, <c>COM3</c>.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="IOException">There is no such device, it may not be opened, or it is no serial line.</exception>
    public static async Task<SerialLineTransport> OpenAsync(string path, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        FileStream? device = null;
        try
        {
            if (OperatingSystem.IsWindows())
            {
                await SerialSettings.ApplyAsync(path, cancel).ConfigureAwait(false);
                device = Open(@"\\.\" + path, FileOptions.Asynchronous);
            }
            else if (!File.Exists(path))
            {
                throw new FileNotFoundException();
            }
            else
            {
                // Before: a port that waits for a carrier would block the open. After: the last close of a terminal may have reset it.
                await SerialSettings.ApplyAsync(path, cancel).ConfigureAwait(false);
                device = Open(path, FileOptions.None);
                await SerialSettings.ApplyAsync(path, cancel).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            string cause = e is UnauthorizedAccessException ? "may not be opened: join the group that owns it (often dialout)" : "is not there: plug the adapter in, or check the name";
            throw new IOException($"{path} {cause}.", e);
        }
        catch
        {
            device?.Dispose();
            throw;
        }

        var transport = new SerialLineTransport(device, path);
        transport.Start();
        return transport;
    }

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        try
        {
            await _device.WriteAsync(bytes, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ObjectDisposedException or UnauthorizedAccessException)
        {
            throw Gone(e);
        }
    }

    /// <inheritdoc/>
    protected override async ValueTask<int> ReadSomeAsync(Memory<byte> buffer, CancellationToken cancel)
    {
        long begin = Stopwatch.GetTimestamp();
        int count = await _device.ReadAsync(buffer, cancel).ConfigureAwait(false);
        _hastyReads = count == 0 && Stopwatch.GetElapsedTime(begin) < Hasty ? _hastyReads + 1 : 0;
        return _hastyReads > MostHastyReads || (count == 0 && !OperatingSystem.IsWindows() && !File.Exists(_path)) ? throw Gone(null) : count;
    }

    /// <inheritdoc/>
    protected override ValueTask CloseAsync() => _device.DisposeAsync();

    private static FileStream Open(string path, FileOptions options) =>
        new(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite, BufferSize = 0, Options = options });

    private IOException Gone(Exception? cause) => new($"{_path} is gone: the adapter was unplugged. Plug it in again.", cause);
}
