using HwToken.Rack.Contract;

namespace HwToken.Rack.Live;

/// <summary>Somebody who watches a token: what has changed since the last look. Not for several threads at once.</summary>
/// <param name="rack">All tokens.</param>
/// <param name="slot">The one that is watched.</param>
/// <param name="time">True time.</param>
internal sealed class TokenWatch(TokenRack rack, TokenSlot slot, TimeProvider time)
{
    /// <summary>Who watches carries virtual time on by his own clock; this corrects it.</summary>
    private static readonly TimeSpan Correction = TimeSpan.FromSeconds(15);

    private IReadOnlyList<RackItem> _listed = [];
    private ViewMark? _seen;
    private DateTimeOffset _corrected;
    private long _logged;

    /// <summary>Looks once.</summary>
    /// <returns>What is new, in this order: a list of <see cref="RackItem"/>, a <see cref="LogPage"/>, a <see cref="TokenState"/>.</returns>
    public IReadOnlyList<object> Look()
    {
        List<object> news = [];
        IReadOnlyList<RackItem> list = rack.Items();
        if (!list.SequenceEqual(_listed))
        {
            _listed = list;
            news.Add(list);
        }

        ViewMark mark = slot.Mark();
        DateTimeOffset now = time.GetUtcNow();
        if (mark == _seen && now - _corrected < Correction)
        {
            return news;
        }

        IReadOnlyList<LogEntry> entries = slot.LogAfter(_logged);
        if (_seen is null || entries.Count > 0)
        {
            news.Add(new LogPage(_seen is null, entries));
            _logged = entries.Count > 0 ? entries[^1].Number : _logged;
        }

        _seen = mark;
        _corrected = now;
        news.Add(slot.View());
        return news;
    }
}
