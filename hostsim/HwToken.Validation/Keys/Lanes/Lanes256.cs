using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace HwToken.Validation.Keys.Lanes;

/// <summary>8 lanes in 256 bits.</summary>
internal readonly struct Lanes256(Vector256<uint> words) : ILanes<Lanes256>
{
    private readonly Vector256<uint> _words = words;

    public static int Count => Vector256<uint>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 All(uint word) => new(Vector256.Create(word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Load(ReadOnlySpan<uint> words) => new(Vector256.Create(words));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<uint> words) => _words.CopyTo(words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator +(Lanes256 left, Lanes256 right) => new(left._words + right._words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator ^(Lanes256 left, Lanes256 right) => new(left._words ^ right._words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator &(Lanes256 left, Lanes256 right) => new(left._words & right._words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator |(Lanes256 left, Lanes256 right) => new(left._words | right._words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator <<(Lanes256 value, [ConstantExpected] int bits) => new(value._words << bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator >>(Lanes256 value, [ConstantExpected] int bits) => new(value._words >>> bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 RotateLeft(Lanes256 value, [ConstantExpected] byte bits) => new(Avx512F.VL.IsSupported
        ? Avx512F.VL.RotateLeft(value._words, bits)
        : (value._words << bits) | (value._words >>> (32 - bits)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Choose(Lanes256 mask, Lanes256 then, Lanes256 otherwise) =>
        new(Vector256.ConditionalSelect(mask._words, then._words, otherwise._words));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Equal(Lanes256 left, Lanes256 right) => new(Vector256.Equals(left._words, right._words));
}
