using System.Collections.Concurrent;
using HwToken.TestKit.Bench;

namespace HwToken.Tool.Tests;

/// <summary>Jigs, a box of blank tokens and an operator who swaps tokens when they are done, and sometimes at a bad moment.</summary>
internal sealed class KillBench : IDisposable
{
    private readonly ConcurrentBag<BenchToken> _tokens = [];
    private readonly Random _random;
    private readonly Lock _swapping = new();
    private int _lines;

    public KillBench(int seed, int ports)
    {
        _random = new Random(seed);
        Jigs = [.. Enumerable.Range(0, ports).Select(i => new Jig(seed + i) { OnLine = OnLine })];
        foreach (Jig jig in Jigs)
        {
            InsertNew(jig);
        }
    }

    public Jig[] Jigs { get; }

    public IReadOnlyCollection<BenchToken> Tokens => _tokens;

    public int Lines => Volatile.Read(ref _lines);

    /// <summary>The operator swaps nothing any more by himself.</summary>
    public bool IsQuiet { get; private set; }

    /// <summary>The operator stops swapping.</summary>
    public void Quiet()
    {
        lock (_swapping)
        {
            IsQuiet = true;
        }
    }

    /// <summary>Waits until everything that a dead station said has been heard.</summary>
    public Task HungUpAsync() => Task.WhenAll(Jigs.Select(jig => jig.HungUpAsync()));

    /// <summary>Between two runs: some tokens are swapped, some are put in again, some lose power for a moment.</summary>
    public void Shuffle()
    {
        lock (_swapping)
        {
            foreach (Jig jig in Jigs)
            {
                Shuffle(jig);
            }
        }
    }

    private void Shuffle(Jig jig)
    {
        switch (_random.Next(5))
        {
            case 0:
                jig.Pull();
                InsertNew(jig);
                break;
            case 1:
                jig.PowerCycle();
                break;
            case 2:
                jig.Pull();
                BenchToken[] idle = [.. _tokens.Where(token => !token.IsPowered)];
                jig.Insert(idle[_random.Next(idle.Length)]);
                break;
        }
    }

    public void Dispose()
    {
        foreach (Jig jig in Jigs)
        {
            jig.Dispose();
        }
    }

    private bool OnLine(Jig jig, string line)
    {
        Interlocked.Increment(ref _lines);
        if (IsQuiet)
        {
            return false;
        }

        // A locked token that is greeted is done, or was left in the middle: the operator mostly takes the next one.
        bool isGreeting = line.StartsWith("HELLO", StringComparison.Ordinal) && jig.Inserted?.Credential is not null;
        if (!isGreeting || Chance(4))
        {
            return false;
        }

        lock (_swapping)
        {
            if (IsQuiet)
            {
                return false;
            }

            jig.Pull();
            InsertNew(jig);
        }

        return true;
    }

    private bool Chance(int outOf)
    {
        lock (_random)
        {
            return _random.Next(outOf) == 0;
        }
    }

    private void InsertNew(Jig jig)
    {
        // Without a clock: measuring one would take most of the time, and the kills would hit nothing else.
        var token = new BenchToken(hasClock: false);
        _tokens.Add(token);
        jig.Insert(token);
    }
}
