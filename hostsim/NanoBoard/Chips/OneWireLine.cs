using NanoBoard.Time;

namespace NanoBoard.Chips;

/// <summary>What hangs on the 1-wire line: the pins of COM3, tied together. Which pins those are is not looked at.</summary>
public sealed class OneWireLine
{
    private readonly List<IOneWireTarget> _targets = [];
    private readonly Timeline _timeline;

    internal OneWireLine(Timeline timeline)
    {
        _timeline = timeline;
    }

    /// <summary>The line is shorted to ground: a host sees presence, and every bit as 0.</summary>
    public bool IsHeldLow { get; set; }

    /// <summary>Puts a chip on the line.</summary>
    /// <typeparam name="T">The chip.</typeparam>
    /// <param name="target">The chip.</param>
    /// <returns>The chip.</returns>
    /// <exception cref="InvalidOperationException">It hangs there already.</exception>
    public T Attach<T>(T target)
        where T : IOneWireTarget
    {
        if (_targets.Contains(target))
        {
            throw new InvalidOperationException("The chip hangs on the line already.");
        }

        if (target is OneWireChip chip)
        {
            chip.Clock = _timeline;
        }

        _targets.Add(target);
        return target;
    }

    /// <summary>Takes a chip off the line.</summary>
    /// <param name="target">The chip.</param>
    /// <returns>False: it was not there.</returns>
    public bool Detach(IOneWireTarget target) => _targets.Remove(target);

    /// <summary>A reset pulse.</summary>
    /// <returns>Somebody answers, or the line is low for another reason.</returns>
    internal bool Reset()
    {
        bool isPresent = IsHeldLow;
        foreach (IOneWireTarget target in _targets)
        {
            isPresent |= target.Reset();
        }

        return isPresent;
    }

    /// <summary>A time slot: the host sends a bit, and reads what the line was.</summary>
    internal bool Slot(bool sent)
    {
        bool line = sent && !IsHeldLow;
        foreach (IOneWireTarget target in _targets)
        {
            line &= target.Give();
        }

        _targets.ForEach(target => target.Take(line));
        return line;
    }
}
