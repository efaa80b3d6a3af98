using System.Text;
using HwToken.Core.Line;
using HwToken.Firmware.Board;

namespace HwToken.Firmware.Tests.Fakes;

/// <summary>A line with a script: all input is there at once, all output is kept.</summary>
internal sealed class FakeLine : ILine
{
    private readonly Queue<byte> _input = new();
    private readonly List<byte[]> _output = [];

    public bool IsOpen { get; private set; }

    public IReadOnlyList<byte[]> Output => _output;

    /// <summary>What was answered, without the closing; every answer must be one whole line of at most 96 bytes.</summary>
    public IReadOnlyList<string> Replies => [.. _output.Select(line =>
    {
        Assert.InRange(line.Length, 1, LineCodec.MaxBytes);
        Assert.Equal(LineCodec.LineFeed, line[^1]);
        Assert.Equal(LineStatus.Ok, LineCodec.TryDecode(line, line.Length - 1, out string text));
        return text;
    })];

    public void Send(params string[] commands) => SendRaw([.. commands.SelectMany(LineCodec.Encode)]);

    public void SendRaw(string text) => SendRaw(Encoding.Latin1.GetBytes(text));

    public void SendRaw(byte[] bytes) => Array.ForEach(bytes, _input.Enqueue);

    public void Forget() => _output.Clear();

    public void Open() => IsOpen = true;

    public int Read(byte[] buffer)
    {
        int count = 0;
        while (count < buffer.Length && _input.TryDequeue(out byte value))
        {
            buffer[count++] = value;
        }

        return count;
    }

    public void Write(byte[] line) => _output.Add(line);

    public void Close() => IsOpen = false;
}
