using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoGuard.Il;

/// <summary>
/// The compiler's own checked conversions: a long, ulong or uint that is an array's length or index becomes a native int by
/// <c>conv.ovf.i</c> and its kin, without a <c>checked</c> in the source. No array of a device is so long that it mattered.
/// </summary>
internal static class ArrayArithmetic
{
    /// <summary>Whether the result of a conversion is used as the length of a new array or as an index, and as nothing else.</summary>
    public static bool IsCompilers(Instruction conversion, MethodDefinition method)
    {
        if (conversion.OpCode.Code is not (Code.Conv_Ovf_I or Code.Conv_Ovf_I_Un or Code.Conv_Ovf_U or Code.Conv_Ovf_U_Un))
        {
            return false;
        }

        // How many values lie on top of the converted one; a store's value is computed between index and store.
        var above = 0;
        var steps = method.Body.Instructions.Count;
        for (var next = conversion.Next; next is not null && steps > 0; next = next.OpCode.FlowControl == FlowControl.Branch ? (Instruction)next.Operand : next.Next)
        {
            steps--;
            var pops = StackEffect.Pops(next, method);
            if (pops > above)
            {
                return IsArrays(next.OpCode.Code, pops - above - 1);
            }

            above += StackEffect.Pushes(next) - pops;
        }

        return false;
    }

    // The position counts from the top of what the instruction takes.
    private static bool IsArrays(Code code, int below) => code switch
    {
        Code.Newarr => true,
        Code.Ldelema or >= Code.Ldelem_I1 and <= Code.Ldelem_Ref or Code.Ldelem_Any => below == 1,
        >= Code.Stelem_I and <= Code.Stelem_Ref or Code.Stelem_Any => below == 1,
        _ => false,
    };
}
