using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace HwToken.Validation.Keys.Lanes;

/// <summary>One lane: for machines without vectors, and for the end of a search.</summary>
internal readonly struct Lanes32(uint word) : ILanes<Lanes32>
{
    private readonly uint _word = word;

    public static int Count => 1;

    public static Lanes32 All(uint word) => new(word);

    public static Lanes32 Load(ReadOnlySpan<uint> words) => new(words[0]);

    public void Store(Span<uint> words) => words[0] = _word;

    public static Lanes32 operator +(Lanes32 left, Lanes32 right) => new(left._word + right._word);

    public static Lanes32 operator ^(Lanes32 left, Lanes32 right) => new(left._word ^ right._word);

    public static Lanes32 operator &(Lanes32 left, Lanes32 right) => new(left._word & right._word);

    public static Lanes32 operator |(Lanes32 left, Lanes32 right) => new(left._word | right._word);

    public static Lanes32 operator <<(Lanes32 value, [ConstantExpected] int bits) => new(value._word << bits);

    public static Lanes32 operator >>(Lanes32 value, [ConstantExpected] int bits) => new(value._word >> bits);

    public static Lanes32 RotateLeft(Lanes32 value, [ConstantExpected] byte bits) => new(BitOperations.RotateLeft(value._word, bits));

    public static Lanes32 Choose(Lanes32 mask, Lanes32 then, Lanes32 otherwise) => new((mask._word & then._word) | (~mask._word & otherwise._word));

    public static Lanes32 Equal(Lanes32 left, Lanes32 right) => new(left._word == right._word ? uint.MaxValue : 0);
}
