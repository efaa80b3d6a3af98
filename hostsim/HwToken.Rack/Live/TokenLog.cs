using HwToken.Rack.Contract;

namespace HwToken.Rack.Live;

/// <summary>The last lines of a token's log. Not for several threads at once.</summary>
internal sealed class TokenLog
{
    private const int Most = 300;

    private readonly Queue<LogEntry> _entries = new();

    /// <summary>Number of the newest line; 0 while there is none.</summary>
    public long Last { get; private set; }

    /// <summary>Adds a line.</summary>
    /// <param name="at">Virtual time.</param>
    /// <param name="group">See <see cref="LogEntry.Group"/>.</param>
    /// <param name="what">Key of the page's texts.</param>
    /// <param name="values">What to put into the sentence. Never a secret.</param>
    public void Add(DateTimeOffset at, string group, string what, params (string Name, string Value)[] values)
    {
        _entries.Enqueue(new LogEntry(++Last, at.ToUnixTimeMilliseconds(), group, what, values.ToDictionary(v => v.Name, v => v.Value)));
        if (_entries.Count > Most)
        {
            _entries.Dequeue();
        }
    }

    /// <summary>The lines after one, oldest first.</summary>
    public IReadOnlyList<LogEntry> After(long number) => [.. _entries.Where(entry => entry.Number > number)];
}
