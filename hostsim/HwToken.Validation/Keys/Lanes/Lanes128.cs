using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace HwToken.Validation.Keys.Lanes;

/// <summary>4 lanes in 128 bits.</summary>
internal readonly struct Lanes128(Vector128<uint> words) : ILanes<Lanes128>
{
    private readonly Vector128<uint> _words = words;

    public static int Count => Vector128<uint>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 All(uint word) => new(Vector128.Create(word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Load(ReadOnlySpan<uint> words) => new(Vector128.Create(words));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<uint> words) => _words.CopyTo(words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator +(Lanes128 left, Lanes128 right) => new(left._words + right._words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator ^(Lanes128 left, Lanes128 right) => new(left._words ^ right._words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator &(Lanes128 left, Lanes128 right) => new(left._words & right._words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator |(Lanes128 left, Lanes128 right) => new(left._words | right._words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator <<(Lanes128 value, [ConstantExpected] int bits) => new(value._words << bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator >>(Lanes128 value, [ConstantExpected] int bits) => new(value._words >>> bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 RotateLeft(Lanes128 value, [ConstantExpected] byte bits) => new(Avx512F.VL.IsSupported
        ? Avx512F.VL.RotateLeft(value._words, bits)
        : (value._words << bits) | (value._words >>> (32 - bits)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Choose(Lanes128 mask, Lanes128 then, Lanes128 otherwise) =>
        new(Vector128.ConditionalSelect(mask._words, then._words, otherwise._words));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Equal(Lanes128 left, Lanes128 right) => new(Vector128.Equals(left._words, right._words));
}
