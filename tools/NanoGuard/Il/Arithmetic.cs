using Mono.Cecil.Cil;

namespace NanoGuard.Il;

/// <summary>
/// Tags and bounds through arithmetic: the result carries the left operand's tag, conversions set their own. (CLR_RT_HeapBlock: Numeric*;
/// Interpreter.cpp: Convert_Internal.)
/// </summary>
internal static class Arithmetic
{
    /// <summary>What the operation leaves; null when it is none.</summary>
    public static Slot? Result(Code code, List<Slot> popped) => code switch
    {
        Code.And => Both(popped, Math.Min),
        Code.Or or Code.Xor => Both(popped, Bounds.Or),
        Code.Add or Code.Add_Ovf or Code.Add_Ovf_Un => Both(popped, Bounds.Add),
        Code.Mul or Code.Mul_Ovf or Code.Mul_Ovf_Un => Both(popped, Bounds.Mul),
        Code.Shl => Both(popped, Bounds.Shl),
        Code.Rem_Un => Both(popped, Bounds.RemUn),
        Code.Rem => Split(popped, Bounds.Rem, Bounds.RemUn),
        Code.Shr_Un => Both(popped, (a, _) => Bounds.ShrUn(a, popped[1].Constant)),
        Code.Shr => Split(popped, (a, _) => Bounds.Shr(a, popped[1].Constant), (a, _) => Bounds.ShrUn(a, popped[1].Constant)),
        Code.Div_Un => Both(popped, (a, _) => Bounds.DivUn(a, popped[1].Constant)),
        Code.Div => Both(popped, (a, _) => Bounds.Div(a, popped[1].Constant)),
        Code.Sub or Code.Sub_Ovf or Code.Sub_Ovf_Un or Code.Neg or Code.Not => new Slot(popped[0].Bits),
        _ => Converted(code, popped),
    };

    private static Slot? Converted(Code code, List<Slot> popped) => code switch
    {
        Code.Conv_U1 or Code.Conv_Ovf_U1 or Code.Conv_Ovf_U1_Un => Slot.Signed(Math.Min(popped[0].Max, byte.MaxValue)),
        Code.Conv_U2 or Code.Conv_Ovf_U2 or Code.Conv_Ovf_U2_Un => Slot.Signed(Math.Min(popped[0].Max, ushort.MaxValue)),
        Code.Conv_I1 or Code.Conv_Ovf_I1 or Code.Conv_Ovf_I1_Un => Slot.Signed(Bounds.Below(popped[0].Max, (ulong)sbyte.MaxValue)),
        Code.Conv_I2 or Code.Conv_Ovf_I2 or Code.Conv_Ovf_I2_Un => Slot.Signed(Bounds.Below(popped[0].Max, (ulong)short.MaxValue)),
        Code.Conv_I4 or Code.Conv_I or Code.Conv_Ovf_I4 or Code.Conv_Ovf_I4_Un or Code.Conv_Ovf_I or Code.Conv_Ovf_I_Un
            or Code.Conv_I8 or Code.Conv_Ovf_I8 or Code.Conv_Ovf_I8_Un =>
            Slot.Signed(Bounds.Below(popped[0].Max, int.MaxValue)) with { Constant = popped[0].Constant is <= int.MaxValue ? popped[0].Constant : null },
        Code.Conv_U4 or Code.Conv_U or Code.Conv_Ovf_U4 or Code.Conv_Ovf_U4_Un or Code.Conv_Ovf_U or Code.Conv_Ovf_U_Un => Unsigned(UnsignedBits.U4, popped[0]),
        Code.Conv_U8 or Code.Conv_Ovf_U8 or Code.Conv_Ovf_U8_Un => Unsigned(UnsignedBits.U8, popped[0]),
        _ => null,
    };

    // conv.u8 stands behind a uint: what comes out is below 2^32, though it is tagged as a long.
    private static Slot Unsigned(UnsignedBits bits, Slot value)
    {
        var max = Math.Min(value.Max, uint.MaxValue);
        return new Slot(bits, null, max, max, value.Constant is <= uint.MaxValue ? value.Constant : null);
    }

    private static Slot Both(List<Slot> popped, Func<ulong, ulong, ulong> bound) => Split(popped, bound, bound);

    /// <summary>The operation reads the tag: it is another one for values that carry an unsigned tag.</summary>
    private static Slot Split(List<Slot> popped, Func<ulong, ulong, ulong> signed, Func<ulong, ulong, ulong> unsigned)
    {
        var (left, right) = (popped[0], popped[1]);
        var tagged = left.Bits == UnsignedBits.None ? 0 : unsigned(left.TaggedMax, right.Max);
        return new Slot(left.Bits, null, Math.Max(signed(left.Max, right.Max), tagged), tagged);
    }
}
