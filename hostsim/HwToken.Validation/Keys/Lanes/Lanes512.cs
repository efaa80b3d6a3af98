using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace HwToken.Validation.Keys.Lanes;

/// <summary>16 lanes in 512 bits.</summary>
internal readonly struct Lanes512(Vector512<uint> words) : ILanes<Lanes512>
{
    private readonly Vector512<uint> _words = words;

    public static int Count => Vector512<uint>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 All(uint word) => new(Vector512.Create(word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Load(ReadOnlySpan<uint> words) => new(Vector512.Create(words));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<uint> words) => _words.CopyTo(words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator +(Lanes512 left, Lanes512 right) => new(left._words + right._words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator ^(Lanes512 left, Lanes512 right) => new(left._words ^ right._words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator &(Lanes512 left, Lanes512 right) => new(left._words & right._words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator |(Lanes512 left, Lanes512 right) => new(left._words | right._words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator <<(Lanes512 value, [ConstantExpected] int bits) => new(value._words << bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator >>(Lanes512 value, [ConstantExpected] int bits) => new(value._words >>> bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 RotateLeft(Lanes512 value, [ConstantExpected] byte bits) => new(Avx512F.IsSupported
        ? Avx512F.RotateLeft(value._words, bits)
        : (value._words << bits) | (value._words >>> (32 - bits)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Choose(Lanes512 mask, Lanes512 then, Lanes512 otherwise) =>
        new(Vector512.ConditionalSelect(mask._words, then._words, otherwise._words));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Equal(Lanes512 left, Lanes512 right) => new(Vector512.Equals(left._words, right._words));
}
