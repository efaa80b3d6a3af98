namespace NanoBoard.Running;

/// <summary>Which thread of a run holds which object.</summary>
internal sealed class Locks
{
    private readonly Dictionary<object, Held> _held = new(ReferenceEqualityComparer.Instance);

    /// <summary>Takes an object; waits until whoever holds it lets go.</summary>
    public void Enter(Boot boot, object target)
    {
        ProgramThread me = boot.Threads.Current;
        if (_held.TryGetValue(target, out Held? held) && held.By != me)
        {
            boot.SpendUntil(long.MaxValue, () => !_held.ContainsKey(target));
            held = null;
        }

        (held ?? (_held[target] = new Held(me))).Times++;
    }

    /// <summary>Lets an object go.</summary>
    /// <returns>False: this thread does not hold it.</returns>
    public bool Exit(Boot boot, object target)
    {
        if (!_held.TryGetValue(target, out Held? held) || held.By != boot.Threads.Current)
        {
            return false;
        }

        if (--held.Times == 0)
        {
            _held.Remove(target);
        }

        return true;
    }

    private sealed class Held(ProgramThread by)
    {
        public ProgramThread By { get; } = by;

        public int Times { get; set; }
    }
}
