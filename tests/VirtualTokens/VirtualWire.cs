using System.Collections.Concurrent;
using HwToken.Firmware.Board;

namespace HwToken.VirtualTokens;

/// <summary>The token's end of its line: bytes from the host wait here; what the token says goes to whoever is connected.</summary>
public sealed class VirtualWire : ILine
{
    private readonly BlockingCollection<byte[]> _toToken = [];
    private byte[] _rest = [];

    /// <summary>Takes what the token says; may damage it on the way.</summary>
    public Action<byte[]> ToHost { get; set; } = _ => { };

    /// <summary>True: the token has no power.</summary>
    public bool IsDead { get; set; }

    public void FromHost(byte[] bytes) => _toToken.Add(bytes);

    public void Open()
    {
    }

    public int Read(byte[] buffer)
    {
        if (_rest.Length == 0 && !_toToken.TryTake(out _rest, 20))
        {
            _rest = [];
        }

        if (IsDead)
        {
            throw new PowerLostException();
        }

        int count = Math.Min(buffer.Length, _rest.Length);
        Array.Copy(_rest, buffer, count);
        _rest = _rest[count..];
        return count;
    }

    public void Write(byte[] line)
    {
        if (IsDead)
        {
            throw new PowerLostException();
        }

        ToHost([.. line]);
    }

    public void Close()
    {
    }
}
