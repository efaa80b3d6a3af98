using System.Numerics;
using System.Runtime.CompilerServices;

namespace HwToken.Validation.Keys.Lanes;

/// <summary>
/// The message schedules of consecutive moving factors, a lane each. SHA-1 expands a block by rotations and exclusive ors alone, so
/// the schedule of (factor ⊕ change) is that of the factor ⊕ that of the change; and counting on changes only the lowest bits.
/// </summary>
/// <typeparam name="T">The lanes.</typeparam>
internal sealed class FactorSchedule<T>
    where T : struct, ILanes<T>
{
    private static readonly uint[][] Changes = [.. Enumerable.Range(0, 64 - BitOperations.Log2((uint)T.Count)).Select(ChangeOf)];

    private readonly T[] _words = new T[Sha1Lanes<T>.ScheduleWords];
    private ulong _block;

    /// <summary>Begins with one block of factors.</summary>
    /// <param name="block">First moving factor, a multiple of <c>T.Count</c>.</param>
    public FactorSchedule(ulong block)
    {
        _block = block;
        _words[0] = T.All((uint)(block >> 32));
        _words[1] = T.Load([.. Enumerable.Range(0, T.Count).Select(lane => (uint)block + (uint)lane)]);
        _words[2] = T.All(HotpLanes.EndOfMessage);
        _words[15] = T.All(HotpLanes.PadBits + 64);
        Sha1Lanes<T>.Expand(_words);
    }

    /// <summary>80 words a lane.</summary>
    public ReadOnlySpan<T> Words => _words;

    /// <summary>Moves every lane on by <c>T.Count</c> factors.</summary>
    public void MoveOn()
    {
        _block += (ulong)T.Count;
        Apply(_words, Changes[BitOperations.TrailingZeroCount(_block / (ulong)T.Count) % Changes.Length]);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Apply(Span<T> words, ReadOnlySpan<uint> change)
    {
        words = words[..Sha1Lanes<T>.ScheduleWords];
        change = change[..Sha1Lanes<T>.ScheduleWords];
        for (int t = 0; t < words.Length; t++)
        {
            words[t] ^= T.All(change[t]);
        }
    }

    /// <summary>What counting on changes when it sets one bit of the block's number and clears all below it.</summary>
    private static uint[] ChangeOf(int bit)
    {
        ulong bits = ((2UL << bit) - 1) * (ulong)T.Count;
        Lanes32[] words = new Lanes32[Sha1Lanes<Lanes32>.ScheduleWords];
        words[0] = Lanes32.All((uint)(bits >> 32));
        words[1] = Lanes32.All((uint)bits);
        Sha1Lanes<Lanes32>.Expand(words);
        uint[] change = new uint[words.Length];
        for (int t = 0; t < words.Length; t++)
        {
            words[t].Store(change.AsSpan(t));
        }

        return change;
    }
}
