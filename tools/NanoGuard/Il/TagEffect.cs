using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace NanoGuard.Il;

/// <summary>What an instruction leaves on the stack, as far as tags and bounds are concerned.</summary>
internal static class TagEffect
{
    public static Slot Result(Instruction instruction, List<Slot> popped, Slot[] variables, MethodDefinition method, TagFlow flow)
    {
        var operand = instruction.Operand;
        return instruction.OpCode.Code switch
        {
            Code.Dup => popped[0],
            Code.Call or Code.Callvirt => flow.Call((MethodReference)operand, Passed((MethodReference)operand, popped)),
            Code.Newobj => NewObject((MethodReference)operand, popped, flow),
            Code.Ldfld or Code.Ldsfld => Slot.Of(((FieldReference)operand).FieldType),
            Code.Ldflda or Code.Ldsflda => Slot.Signed(type: ((FieldReference)operand).FieldType.MakeByReferenceType()),
            Code.Ldelema => Slot.Signed(type: ((TypeReference)operand).MakeByReferenceType()),
            Code.Newarr => Slot.Signed(type: ((TypeReference)operand).MakeArrayType()),
            Code.Unbox_Any or Code.Ldobj or Code.Ldelem_Any => Slot.Of((TypeReference)operand),
            Code.Castclass or Code.Isinst => Slot.Signed(type: (TypeReference)operand),
            Code.Ldelem_Ref or Code.Ldind_Ref or Code.Ldelem_I4 or Code.Ldelem_I8 or Code.Ldind_I4 or Code.Ldind_I8 => popped[0].Element(UnsignedBits.None),
            Code.Ldelem_U4 or Code.Ldind_U4 => popped[0].Element(UnsignedBits.U4),
            Code.Ldelem_U1 or Code.Ldind_U1 => Slot.Signed(byte.MaxValue),
            Code.Ldelem_U2 or Code.Ldind_U2 => Slot.Signed(ushort.MaxValue),
            Code.Ldlen => Slot.Signed(int.MaxValue),
            Code.Ceq or Code.Cgt or Code.Cgt_Un or Code.Clt or Code.Clt_Un => Slot.Signed(1),
            _ when Variable.LoadedBy(instruction, method) is { } index => variables[index],
            _ when Variable.AddressedBy(instruction, method) is { } index => Slot.Signed(type: Variable.TypeOf(index, method).MakeByReferenceType()),
            _ when Literal(instruction) is { } value => Slot.Literal(value),
            _ => Arithmetic.Result(instruction.OpCode.Code, popped) ?? Slot.Signed(),
        };
    }

    /// <summary>The parameters of a call, without the object it is made on.</summary>
    public static List<Slot> Passed(MethodReference called, List<Slot> popped) =>
        popped.Count > called.Parameters.Count ? popped.GetRange(popped.Count - called.Parameters.Count, called.Parameters.Count) : popped;

    /// <summary>The literal that an instruction pushes, a negative int as its 32 bits; null for all others.</summary>
    public static ulong? Literal(Instruction instruction) => instruction.OpCode.Code switch
    {
        >= Code.Ldc_I4_M1 and <= Code.Ldc_I4_8 => (uint)(instruction.OpCode.Code - Code.Ldc_I4_0),
        Code.Ldc_I4_S => (uint)(sbyte)instruction.Operand,
        Code.Ldc_I4 => (uint)(int)instruction.Operand,
        Code.Ldc_I8 => (ulong)(long)instruction.Operand,
        _ => null,
    };

    private static Slot NewObject(MethodReference constructor, List<Slot> popped, TagFlow flow)
    {
        flow.Call(constructor, popped);
        return Slot.Signed(type: constructor.DeclaringType);
    }
}
