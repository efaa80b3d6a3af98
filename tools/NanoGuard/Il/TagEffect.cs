using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace NanoGuard.Il;

/// <summary>What an instruction leaves on the stack, as far as tags are concerned.</summary>
internal static class TagEffect
{
    public static Slot Result(Instruction instruction, List<Slot> popped, MethodDefinition method, TagFlow flow)
    {
        var code = instruction.OpCode.Code;
        var operand = instruction.Operand;
        return code switch
        {
            Code.Dup => popped[0],
            Code.Div or Code.Div_Un or Code.Rem or Code.Rem_Un or Code.And or Code.Shr or Code.Shr_Un => new Slot(popped[0].Bits),
            Code.Add or Code.Sub or Code.Mul or Code.Or or Code.Xor or Code.Shl or Code.Neg or Code.Not or Code.Add_Ovf or Code.Add_Ovf_Un
                or Code.Sub_Ovf or Code.Sub_Ovf_Un or Code.Mul_Ovf or Code.Mul_Ovf_Un => new Slot(Grown(popped[0].Bits)),
            Code.Conv_U4 or Code.Conv_U or Code.Conv_Ovf_U4 or Code.Conv_Ovf_U4_Un or Code.Conv_Ovf_U or Code.Conv_Ovf_U_Un => new Slot(UnsignedBits.U4),
            Code.Conv_U8 or Code.Conv_Ovf_U8 or Code.Conv_Ovf_U8_Un => new Slot(UnsignedBits.Widened),
            Code.Call or Code.Callvirt => flow.Call((MethodReference)operand, Passed((MethodReference)operand, popped)),
            Code.Newobj => NewObject((MethodReference)operand, popped, flow),
            Code.Ldfld or Code.Ldsfld => Slot.Of(((FieldReference)operand).FieldType),
            Code.Ldflda or Code.Ldsflda => new Slot(UnsignedBits.None, ((FieldReference)operand).FieldType.MakeByReferenceType()),
            Code.Ldelema => new Slot(UnsignedBits.None, ((TypeReference)operand).MakeByReferenceType()),
            Code.Newarr => new Slot(UnsignedBits.None, ((TypeReference)operand).MakeArrayType()),
            Code.Unbox_Any or Code.Ldobj or Code.Ldelem_Any => Slot.Of((TypeReference)operand),
            Code.Castclass or Code.Isinst => new Slot(UnsignedBits.None, (TypeReference)operand),
            Code.Ldelem_Ref or Code.Ldind_Ref or Code.Ldelem_I4 or Code.Ldelem_I8 or Code.Ldind_I4 or Code.Ldind_I8 => popped[0].Element(UnsignedBits.None),
            Code.Ldelem_U4 or Code.Ldind_U4 => popped[0].Element(UnsignedBits.U4),
            _ => Variable(instruction, method, flow),
        };
    }

    /// <summary>The parameters of a call, without the object it is made on.</summary>
    public static List<Slot> Passed(MethodReference called, List<Slot> popped) =>
        popped.Count > called.Parameters.Count ? popped.GetRange(popped.Count - called.Parameters.Count, called.Parameters.Count) : popped;

    private static UnsignedBits Grown(UnsignedBits bits) =>
        bits.HasFlag(UnsignedBits.Widened) ? (bits & ~UnsignedBits.Widened) | UnsignedBits.U8 : bits;

    private static Slot NewObject(MethodReference constructor, List<Slot> popped, TagFlow flow)
    {
        flow.Call(constructor, popped);
        return new Slot(UnsignedBits.None, constructor.DeclaringType);
    }

    private static Slot Variable(Instruction instruction, MethodDefinition method, TagFlow flow)
    {
        var body = method.Body;
        return instruction.OpCode.Code switch
        {
            Code.Ldloc_0 or Code.Ldloc_1 or Code.Ldloc_2 or Code.Ldloc_3 => Slot.Of(body.Variables[instruction.OpCode.Code - Code.Ldloc_0].VariableType),
            Code.Ldloc or Code.Ldloc_S => Slot.Of(((VariableDefinition)instruction.Operand).VariableType),
            Code.Ldloca or Code.Ldloca_S => new Slot(UnsignedBits.None, ((VariableDefinition)instruction.Operand).VariableType.MakeByReferenceType()),
            Code.Ldarg_0 or Code.Ldarg_1 or Code.Ldarg_2 or Code.Ldarg_3 => Argument(instruction.OpCode.Code - Code.Ldarg_0, method, flow),
            Code.Ldarg or Code.Ldarg_S => flow.Argument(method, (ParameterDefinition)instruction.Operand),
            Code.Ldarga or Code.Ldarga_S => new Slot(UnsignedBits.None, ((ParameterDefinition)instruction.Operand).ParameterType.MakeByReferenceType()),
            _ => default,
        };
    }

    private static Slot Argument(int index, MethodDefinition method, TagFlow flow)
    {
        var shifted = method.HasThis ? index - 1 : index;
        return shifted < 0 ? new Slot(UnsignedBits.None, method.DeclaringType) : flow.Argument(method, method.Parameters[shifted]);
    }
}
