using HwToken.Core.Otp;

namespace HwToken.Validation.Keys.Lanes;

/// <summary>
/// Truncated HMAC-SHA-1 of consecutive moving factors (RFC 4226, 5.3), a lane each: what a search over a window costs. The key
/// pads are compressed once, as the core does it; the core stays the reference.
/// </summary>
internal sealed class HotpLanes
{
    /// <summary>Bits of the pad block that stand before the message or the inner hash.</summary>
    internal const uint PadBits = 8 * Sha1.BlockBytes;

    /// <summary>The one bit that follows every message (FIPS 180-4, 5.1.1).</summary>
    internal const uint EndOfMessage = 0x80000000;

    private readonly uint[] _inner = new uint[Sha1.StateWords];
    private readonly uint[] _outer = new uint[Sha1.StateWords];

    /// <summary>Compresses the pads of a key; the key itself is not kept.</summary>
    /// <param name="key">1 byte or more; longer than a block (64 bytes) is hashed first (RFC 2104, 2).</param>
    public HotpLanes(ReadOnlySpan<byte> key)
    {
        Span<byte> block = stackalloc byte[Sha1.BlockBytes];
        block.Clear();
        if (key.Length > block.Length)
        {
#pragma warning disable CA5350 // RFC 4226 is HMAC-SHA-1.
            System.Security.Cryptography.SHA1.HashData(key, block);
#pragma warning restore CA5350
        }
        else
        {
            key.CopyTo(block);
        }

        CompressPad(block, 0x36, _inner);
        CompressPad(block, 0x5C, _outer);
        block.Clear();
    }

    /// <summary>Computes 31-bit numbers, not yet cut to digits.</summary>
    /// <typeparam name="T">Lanes to compute in.</typeparam>
    /// <param name="first">First moving factor.</param>
    /// <param name="numbers">Filled with those of the first and the following factors.</param>
    public void Truncate<T>(ulong first, Span<uint> numbers)
        where T : struct, ILanes<T>
    {
        T[] schedule = new T[Sha1Lanes<T>.ScheduleWords];
        Span<uint> lanes = stackalloc uint[T.Count];
        int skipped = (int)(first % (ulong)T.Count);
        var factors = new FactorSchedule<T>(first - (ulong)skipped);
        for (int done = 0; done < numbers.Length; factors.MoveOn())
        {
            T cut = TruncateBlock(factors.Words, schedule);
            if (skipped == 0 && numbers.Length - done >= T.Count)
            {
                cut.Store(numbers[done..]);
                done += T.Count;
                continue;
            }

            cut.Store(lanes);
            int taken = Math.Min(T.Count - skipped, numbers.Length - done);
            lanes.Slice(skipped, taken).CopyTo(numbers[done..]);
            (done, skipped) = (done + taken, 0);
        }

        Array.Clear(schedule);
        lanes.Clear();
    }

    /// <summary>Wipes the mid-states: they are as good as the key.</summary>
    public void Clear()
    {
        Array.Clear(_inner);
        Array.Clear(_outer);
    }

    /// <param name="factors">Schedule of the moving factors.</param>
    /// <param name="schedule">Room for 80 words a lane.</param>
    private T TruncateBlock<T>(ReadOnlySpan<T> factors, Span<T> schedule)
        where T : struct, ILanes<T>
    {
        Sha1Lanes<T>.State state = Start<T>(_inner);
        Sha1Lanes<T>.Compress(ref state, factors);

        (schedule[0], schedule[1], schedule[2], schedule[3], schedule[4]) = (state.A, state.B, state.C, state.D, state.E);
        schedule[5] = T.All(EndOfMessage);
        schedule[6..15].Clear();
        schedule[15] = T.All(PadBits + (8 * Sha1.HashBytes));
        Sha1Lanes<T>.Expand(schedule);
        state = Start<T>(_outer);
        Sha1Lanes<T>.Compress(ref state, schedule);
        return Cut<T>(state);
    }

    /// <summary>The four bytes at the offset that the low nibble of the last byte gives, less the sign bit.</summary>
    private static T Cut<T>(in Sha1Lanes<T>.State hash)
        where T : struct, ILanes<T>
    {
        T word = (hash.E >> 2) & T.All(3);
        T bytes = hash.E & T.All(3);
        T isFirst = T.Equal(word, T.All(0)), isSecond = T.Equal(word, T.All(1)), isThird = T.Equal(word, T.All(2));
        T left = T.Choose(isFirst, hash.A, T.Choose(isSecond, hash.B, T.Choose(isThird, hash.C, hash.D)));
        T right = T.Choose(isFirst, hash.B, T.Choose(isSecond, hash.C, T.Choose(isThird, hash.D, hash.E)));
        T shifted = T.Choose(
            T.Equal(bytes, T.All(0)), left,
            T.Choose(
                T.Equal(bytes, T.All(1)), (left << 8) | (right >> 24),
                T.Choose(T.Equal(bytes, T.All(2)), (left << 16) | (right >> 16), (left << 24) | (right >> 8))));
        return shifted & T.All(0x7FFFFFFF);
    }

    private static Sha1Lanes<T>.State Start<T>(uint[] midState)
        where T : struct, ILanes<T> =>
        new() { A = T.All(midState[0]), B = T.All(midState[1]), C = T.All(midState[2]), D = T.All(midState[3]), E = T.All(midState[4]) };

    private static void CompressPad(ReadOnlySpan<byte> key, byte pad, uint[] midState)
    {
        uint[] block = new uint[Sha1.BlockWords];
        for (int i = 0; i < Sha1.BlockBytes; i++)
        {
            block[i / 4] = (block[i / 4] << 8) | (uint)(key[i] ^ pad);
        }

        Sha1.Begin(midState);
        Sha1.Compress(midState, midState, block);
        Array.Clear(block);
    }
}
