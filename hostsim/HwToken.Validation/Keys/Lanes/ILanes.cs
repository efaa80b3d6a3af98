using System.Diagnostics.CodeAnalysis;

namespace HwToken.Validation.Keys.Lanes;

/// <summary>Several 32-bit words that go through the same computation side by side: one lane a code.</summary>
/// <typeparam name="TSelf">The type that implements this.</typeparam>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>Words side by side.</summary>
    static abstract int Count { get; }

    /// <summary>The same word in every lane.</summary>
    static abstract TSelf All(uint word);

    /// <summary>One word a lane.</summary>
    /// <param name="words">At least <see cref="Count"/>.</param>
    static abstract TSelf Load(ReadOnlySpan<uint> words);

    /// <summary>Writes one word a lane.</summary>
    /// <param name="words">At least <see cref="Count"/>.</param>
    void Store(Span<uint> words);

    /// <summary>Sum modulo 2^32.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>Exclusive or.</summary>
    static abstract TSelf operator ^(TSelf left, TSelf right);

    /// <summary>And.</summary>
    static abstract TSelf operator &(TSelf left, TSelf right);

    /// <summary>Or.</summary>
    static abstract TSelf operator |(TSelf left, TSelf right);

    /// <summary>Shift to the left.</summary>
    static abstract TSelf operator <<(TSelf value, [ConstantExpected] int bits);

    /// <summary>Shift to the right; zeros come in.</summary>
    static abstract TSelf operator >>(TSelf value, [ConstantExpected] int bits);

    /// <summary>Rotation to the left.</summary>
    /// <param name="value">What is rotated.</param>
    /// <param name="bits">1 to 31.</param>
    static abstract TSelf RotateLeft(TSelf value, [ConstantExpected] byte bits);

    /// <summary>Bit by bit: of <paramref name="then"/> where the mask has a one, else of <paramref name="otherwise"/>.</summary>
    static abstract TSelf Choose(TSelf mask, TSelf then, TSelf otherwise);

    /// <summary>All ones in the lanes where both are equal, else zeros.</summary>
    static abstract TSelf Equal(TSelf left, TSelf right);
}
