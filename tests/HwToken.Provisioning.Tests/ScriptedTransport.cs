using System.Text;
using HwToken.Core.Line;

namespace HwToken.Provisioning.Tests;

/// <summary>A transport whose other end is a script: one answer a line that is sent. Time passes only when nothing is left to read.</summary>
internal sealed class ScriptedTransport : ILineTransport
{
    private readonly Queue<Func<string, IEnumerable<byte[]>>> _script = new();
    private readonly Queue<byte[]> _arrived = new();

    /// <summary>Lines that were sent, without their closing.</summary>
    public List<string> Sent { get; } = [];

    /// <summary>What comes only after the host has given up waiting once.</summary>
    public Queue<byte[]> Late { get; } = new();

    /// <summary>Answers the next line with these texts, closed properly.</summary>
    public ScriptedTransport Answer(params string[] texts) => Do(_ => texts.Select(LineCodec.Encode));

    /// <summary>Answers the next line with nothing.</summary>
    public ScriptedTransport Silence() => Do(_ => []);

    /// <summary>The answer to the next line arrives after the wait for it.</summary>
    public ScriptedTransport AnswerLate(string text) => Do(_ =>
    {
        Late.Enqueue(LineCodec.Encode(text));
        return [];
    });

    /// <summary>Answers the next line with one byte changed.</summary>
    public ScriptedTransport Damaged(string text) => Do(_ =>
    {
        byte[] line = LineCodec.Encode(text);
        line[2] ^= 1;
        return [line];
    });

    /// <summary>The line is gone from here on.</summary>
    public ScriptedTransport Gone() => Do(_ => throw new IOException("gone"));

    public ScriptedTransport Do(Func<string, IEnumerable<byte[]>> answer)
    {
        _script.Enqueue(answer);
        return this;
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        string line = Encoding.ASCII.GetString(bytes.Span);
        Sent.Add(line[..line.LastIndexOf(" *", StringComparison.Ordinal)]);
        foreach (byte[] answer in _script.TryDequeue(out Func<string, IEnumerable<byte[]>>? next) ? next(Sent[^1]) : [])
        {
            _arrived.Enqueue(answer);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<int> ReadAsync(Memory<byte> buffer, TimeSpan timeout, CancellationToken cancel)
    {
        if (!_arrived.TryDequeue(out byte[]? bytes))
        {
            // The wait is over; what is late arrives afterwards, when nobody expects it.
            bool isWait = timeout > TimeSpan.Zero;
            while (isWait && Late.TryDequeue(out byte[]? late))
            {
                _lateArrivals.Enqueue(late);
            }

            if (!isWait && LateAfterDrain && _lateArrivals.TryDequeue(out byte[]? stale))
            {
                _arrived.Enqueue(stale);
            }

            return ValueTask.FromResult(0);
        }

        bytes.CopyTo(buffer);
        return ValueTask.FromResult(bytes.Length);
    }

    /// <summary>True: late answers slip in right after the host has emptied its buffer, which is the worst moment.</summary>
    public bool LateAfterDrain { get; set; } = true;

    private readonly Queue<byte[]> _lateArrivals = new();
}
