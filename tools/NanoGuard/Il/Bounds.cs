using System.Numerics;
using Mono.Cecil;

namespace NanoGuard.Il;

/// <summary>
/// How large the result of an operation can be. Bounds are for the bits read as an unsigned number; whether 32 or 64 of them count is not
/// always known here, so what might wrap has no bound.
/// </summary>
internal static class Bounds
{
    /// <summary>Any value.</summary>
    public const ulong None = ulong.MaxValue;

    /// <summary>What a place of this type can hold, read as the interpreter pushes it: signed types may be negative.</summary>
    public static ulong Of(MetadataType type) => type switch
    {
        MetadataType.Boolean => 1,
        MetadataType.Byte => byte.MaxValue,
        MetadataType.UInt16 or MetadataType.Char => ushort.MaxValue,
        MetadataType.UInt32 or MetadataType.UIntPtr => uint.MaxValue,
        _ => None,
    };

    public static ulong Or(ulong a, ulong b)
    {
        var top = Math.Max(a, b);
        return top == 0 ? 0 : ulong.MaxValue >> BitOperations.LeadingZeroCount(top);
    }

    public static ulong Add(ulong a, ulong b) => Fitting((UInt128)a + b);

    public static ulong Mul(ulong a, ulong b) => Fitting((UInt128)a * b);

    public static ulong Shl(ulong a, ulong shift) => shift > 31 ? None : Fitting((UInt128)a << (int)shift);

    /// <summary>A shift to the right that brings in zeros.</summary>
    public static ulong ShrUn(ulong a, ulong? shift) => shift is { } known && known < 64 ? a >> (int)known : a;

    /// <summary>A shift to the right of a value that carries no unsigned tag: a negative one stays negative.</summary>
    public static ulong Shr(ulong a, ulong? shift) => a <= int.MaxValue ? ShrUn(a, shift) : None;

    public static ulong DivUn(ulong a, ulong? divisor) => divisor is > 0 ? a / divisor.Value : a;

    /// <summary>A signed division: without a sign on either side it is the plain one.</summary>
    public static ulong Div(ulong a, ulong? divisor) => a <= int.MaxValue && divisor is > 0 and <= int.MaxValue ? a / divisor.Value : None;

    public static ulong RemUn(ulong a, ulong b) => b == 0 ? a : Math.Min(a, b - 1);

    /// <summary>A signed remainder: it has the sign of the dividend.</summary>
    public static ulong Rem(ulong a, ulong b) => a <= int.MaxValue ? RemUn(a, b) : None;

    /// <summary>What is left of a value whose sign the conversion may read.</summary>
    public static ulong Below(ulong a, ulong limit) => a <= limit ? a : None;

    /// <summary>The next higher of some steps.</summary>
    public static ulong Rounded(ulong max) => max switch
    {
        0 => 0,
        <= byte.MaxValue => byte.MaxValue,
        <= ushort.MaxValue => ushort.MaxValue,
        <= int.MaxValue => int.MaxValue,
        <= uint.MaxValue => uint.MaxValue,
        <= long.MaxValue => long.MaxValue,
        _ => None,
    };

    // A result above 32 bits either wrapped or belongs to a long.
    private static ulong Fitting(UInt128 result) => result <= uint.MaxValue ? (ulong)result : None;
}
