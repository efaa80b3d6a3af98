using System.Net;
using System.Net.Sockets;

namespace HwToken.VirtualTokens;

/// <summary>A jig on a TCP port of its own: holds one token at a time, lets one host talk to it, and is as unreliable as it is told to be.</summary>
public sealed class VirtualJig : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Random _random;
    private readonly Lock _lock = new();
    private TcpClient _host;

    public VirtualJig(int seed)
    {
        _random = new Random(seed);
        _listener.Start();
        _ = Task.Run(AcceptAsync);
    }

    /// <summary>As the station's <c>--port</c>.</summary>
    public string Port => $"tcp:{_listener.LocalEndpoint}";

    /// <summary>The token in the jig; null: empty.</summary>
    public VirtualToken Token { get; private set; }

    /// <summary>Of a thousand lines, how many get one byte changed, each way.</summary>
    public int NoisePerMille { get; set; }

    /// <summary>Of a thousand lines, how many are lost, each way.</summary>
    public int LossPerMille { get; set; }

    /// <summary>Told before a line goes to the token; true: the line is lost.</summary>
    public Func<VirtualJig, string, bool> OnLine { get; set; }

    /// <summary>Told when a host has connected.</summary>
    public Action<VirtualJig> OnConnect { get; set; }

    public void Insert(VirtualToken token)
    {
        lock (_lock)
        {
            Token = token;
            if (!token.IsPowered)
            {
                token.PowerOn();
            }

            token.Wire.ToHost = ToHost;
        }
    }

    /// <summary>Pulls the token: its power goes, and the host sees the line break.</summary>
    public VirtualToken Pull()
    {
        VirtualToken token;
        lock (_lock)
        {
            token = Token;
            Token = null;
            _host?.Close();
            _host = null;
        }

        token?.PowerOff();
        return token;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        Pull();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                client.NoDelay = true;
                lock (_lock)
                {
                    _host?.Close();
                    _host = client;
                }

                OnConnect?.Invoke(this);
                _ = Task.Run(() => ReadAsync(client));
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
            for (int count; (count = await stream.ReadAsync(buffer, _stop.Token)) > 0;)
            {
                for (int i = 0; i < count; i++)
                {
                    line.Add(buffer[i]);
                    if (buffer[i] == '\n')
                    {
                        ToToken([.. line]);
                        line.Clear();
                    }
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }

    private void ToToken(byte[] line)
    {
        if (OnLine?.Invoke(this, System.Text.Encoding.ASCII.GetString(line)) == true || IsHit(LossPerMille))
        {
            return;
        }

        lock (_lock)
        {
            Token?.Wire.FromHost(Spoil(line));
        }
    }

    private void ToHost(byte[] line)
    {
        TcpClient host = _host;
        if (IsHit(LossPerMille))
        {
            return;
        }

        try
        {
            host?.GetStream().Write(Spoil(line));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
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
