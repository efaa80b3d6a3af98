using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HwToken.TestKit.Bench;

/// <summary>A jig on a TCP port of its own: holds one token at a time, lets one host talk to it, and its wire is as unreliable as it is told to be.</summary>
public sealed class Jig : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Random _random;
    private readonly Lock _lock = new();
    private BenchToken? _token;
    private TcpClient? _host;
    private Task _reading = Task.CompletedTask;

    /// <summary>An empty jig that waits for a host.</summary>
    /// <param name="seed">Seed of noise and loss.</param>
    public Jig(int seed)
    {
        _random = new Random(seed);
        _listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    /// <summary>As the station's <c>--port</c>.</summary>
    public string Port => $"tcp:{_listener.LocalEndpoint}";

    /// <summary>The token in the jig; null: it is empty.</summary>
    public BenchToken? Inserted => _token;

    /// <summary>The token in the jig.</summary>
    /// <exception cref="InvalidOperationException">The jig is empty.</exception>
    public BenchToken Token => _token ?? throw new InvalidOperationException("There is no token in the jig.");

    /// <summary>Of a thousand lines, how many get one bit turned, each way.</summary>
    public int NoisePerMille { get; set; }

    /// <summary>Of a thousand lines, how many are lost, each way.</summary>
    public int LossPerMille { get; set; }

    /// <summary>The pace of the wire in bytes a second, each way: 11,520 at 115,200 baud with start and stop bit. 0: as fast as it goes.</summary>
    public int BytesPerSecond { get; set; }

    /// <summary>The answer to the next line is lost.</summary>
    public bool LosesNextAnswer { get; set; }

    /// <summary>Told before a line goes to the token; true: the line is lost.</summary>
    public Func<Jig, string, bool>? OnLine { get; set; }

    /// <summary>Puts a token in and gives it power.</summary>
    public void Insert(BenchToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        lock (_lock)
        {
            _token = token;
            if (!token.IsPowered)
            {
                token.PowerOn();
            }
        }
    }

    /// <summary>Pulls the token: its power goes, and the host sees the line break.</summary>
    /// <returns>The token; null: the jig was empty.</returns>
    public BenchToken? Pull()
    {
        lock (_lock)
        {
            BenchToken? token = _token;
            _token = null;
            _host?.Close();
            _host = null;
            token?.PowerOff();
            return token;
        }
    }

    /// <summary>Takes the token's power for a moment.</summary>
    public void PowerCycle()
    {
        if (Pull() is { } token)
        {
            Insert(token);
        }
    }

    /// <summary>Waits until a host that is gone has been read to its last line, and the token has done what it says.</summary>
    public Task HungUpAsync()
    {
        lock (_lock)
        {
            return _reading;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        Pull()?.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token).ConfigureAwait(false);
                client.NoDelay = true;
                lock (_lock)
                {
                    _host?.Close();
                    _host = client;
                    _reading = Task.WhenAll(_reading, Task.Run(() => ReadAsync(client)));
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ReadAsync(TcpClient client)
    {
        byte[] buffer = new byte[512];
        var line = new List<byte>();
        try
        {
            NetworkStream stream = client.GetStream();
            for (int count; (count = await stream.ReadAsync(buffer, _stop.Token).ConfigureAwait(false)) > 0;)
            {
                foreach (byte value in buffer.AsSpan(0, count).ToArray())
                {
                    line.Add(value);
                    if (value == '\n')
                    {
                        await OnTheWireAsync(line.Count).ConfigureAwait(false);
                        await OnTheWireAsync(Exchange([.. line])).ConfigureAwait(false);
                        line.Clear();
                    }
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }

    /// <summary>How long so many bytes are under way.</summary>
    private Task OnTheWireAsync(int bytes) =>
        BytesPerSecond == 0 || bytes == 0 ? Task.CompletedTask : Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(1000.0 * bytes / BytesPerSecond)), _stop.Token);

    /// <returns>Bytes of the answer, lost or not.</returns>
    private int Exchange(byte[] line)
    {
        if (OnLine?.Invoke(this, Encoding.ASCII.GetString(line)) == true || IsHit(LossPerMille))
        {
            return 0;
        }

        lock (_lock)
        {
            byte[] answer = _token?.Ask(Spoil(line)) ?? [];
            if (answer.Length > 0 && !IsHit(LossPerMille) && !LosesNextAnswer)
            {
                _host?.GetStream().Write(Spoil(answer));
            }

            LosesNextAnswer = false;
            return answer.Length;
        }
    }

    private byte[] Spoil(byte[] line)
    {
        if (IsHit(NoisePerMille))
        {
            lock (_random)
            {
                line[_random.Next(line.Length)] ^= (byte)(1 << _random.Next(7));
            }
        }

        return line;
    }

    private bool IsHit(int perMille)
    {
        lock (_random)
        {
            return perMille > 0 && _random.Next(1000) < perMille;
        }
    }
}
