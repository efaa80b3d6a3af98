using System.Runtime.CompilerServices;

namespace HwToken.Validation.Keys.Lanes;

/// <summary>One SHA-1 compression a lane (FIPS 180-4, 6.1.2), all lanes at once.</summary>
/// <typeparam name="T">The lanes.</typeparam>
internal static class Sha1Lanes<T>
    where T : struct, ILanes<T>
{
    /// <summary>Words of the message schedule.</summary>
    public const int ScheduleWords = 80;

    /// <summary>Message words of one block.</summary>
    public const int BlockWords = 16;

    /// <summary>Chaining state; a struct so that it can live in registers.</summary>
    public struct State
    {
        public T A;
        public T B;
        public T C;
        public T D;
        public T E;
    }

    private interface IMix
    {
        static abstract T Mix(T b, T c, T d);
    }

    /// <summary>Adds the compression of a block to a state.</summary>
    /// <param name="state">Chaining value; becomes the next one.</param>
    /// <param name="schedule">80 words a lane, all filled (<see cref="Expand"/>).</param>
    public static void Compress(ref State state, ReadOnlySpan<T> schedule)
    {
        State from = state;
        Rounds<Choice>(ref state, schedule[..20], 0x5A827999);
        Rounds<Parity>(ref state, schedule[20..40], 0x6ED9EBA1);
        Rounds<Majority>(ref state, schedule[40..60], 0x8F1BBCDC);
        Rounds<Parity>(ref state, schedule[60..80], 0xCA62C1D6);
        state.A += from.A;
        state.B += from.B;
        state.C += from.C;
        state.D += from.D;
        state.E += from.E;
    }

    /// <summary>Fills a message schedule from its first 16 words, the block.</summary>
    /// <param name="w">80 words a lane.</param>
    /// <remarks>The last three words stay in registers: each is wanted three words later, sooner than memory gives it back.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public static void Expand(Span<T> w)
    {
        w = w[..ScheduleWords];
        T x = w[13], y = w[14], z = w[15];
        for (int t = BlockWords; t < ScheduleWords - 1; t += 3)
        {
            w[t] = x = T.RotateLeft(x ^ (w[t - 8] ^ w[t - 14] ^ w[t - 16]), 1);
            w[t + 1] = y = T.RotateLeft(y ^ (w[t - 7] ^ w[t - 13] ^ w[t - 15]), 1);
            w[t + 2] = z = T.RotateLeft(z ^ (w[t - 6] ^ w[t - 12] ^ w[t - 14]), 1);
        }

        w[79] = T.RotateLeft(x ^ w[71] ^ w[65] ^ w[63], 1);
    }

    /// <summary>Twenty rounds; five at a time, after which each word is back in its own place. The word just made comes last into each sum: only it is waited for.</summary>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static void Rounds<TMix>(ref State state, ReadOnlySpan<T> w, uint constant)
        where TMix : struct, IMix
    {
        T k = T.All(constant);
        T a = state.A, b = state.B, c = state.C, d = state.D, e = state.E;
        for (int t = 0; t + 4 < w.Length; t += 5)
        {
            e = k + w[t] + e + TMix.Mix(b, c, d) + T.RotateLeft(a, 5);
            b = T.RotateLeft(b, 30);
            d = k + w[t + 1] + d + TMix.Mix(a, b, c) + T.RotateLeft(e, 5);
            a = T.RotateLeft(a, 30);
            c = k + w[t + 2] + c + TMix.Mix(e, a, b) + T.RotateLeft(d, 5);
            e = T.RotateLeft(e, 30);
            b = k + w[t + 3] + b + TMix.Mix(d, e, a) + T.RotateLeft(c, 5);
            d = T.RotateLeft(d, 30);
            a = k + w[t + 4] + a + TMix.Mix(c, d, e) + T.RotateLeft(b, 5);
            c = T.RotateLeft(c, 30);
        }

        (state.A, state.B, state.C, state.D, state.E) = (a, b, c, d, e);
    }

    private readonly struct Choice : IMix
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Mix(T b, T c, T d) => T.Choose(b, c, d);
    }

    private readonly struct Parity : IMix
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Mix(T b, T c, T d) => b ^ c ^ d;
    }

    private readonly struct Majority : IMix
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Mix(T b, T c, T d) => T.Choose(b ^ c, d, b);
    }
}
