using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoGuard.Il;

/// <summary>The arguments and locals of a method under one numbering: the object and the parameters first, then the locals.</summary>
internal static class Variable
{
    public static int Count(MethodDefinition method) => Arguments(method) + method.Body.Variables.Count;

    /// <summary>How many of them are arguments.</summary>
    public static int Arguments(MethodDefinition method) => method.Parameters.Count + (method.HasThis ? 1 : 0);

    /// <summary>The parameter behind a number; null for the object itself and for locals.</summary>
    public static ParameterDefinition? Parameter(int index, MethodDefinition method) =>
        index < Arguments(method) && index - (method.HasThis ? 1 : 0) is >= 0 and var parameter ? method.Parameters[parameter] : null;

    public static TypeReference TypeOf(int index, MethodDefinition method) => index >= Arguments(method)
        ? method.Body.Variables[index - Arguments(method)].VariableType
        : Parameter(index, method)?.ParameterType ?? method.DeclaringType;

    /// <summary>The variable whose value an instruction pushes, or null.</summary>
    public static int? LoadedBy(Instruction? instruction, MethodDefinition method) => instruction?.OpCode.Code switch
    {
        >= Code.Ldloc_0 and <= Code.Ldloc_3 => Arguments(method) + (instruction.OpCode.Code - Code.Ldloc_0),
        >= Code.Ldarg_0 and <= Code.Ldarg_3 => instruction.OpCode.Code - Code.Ldarg_0,
        Code.Ldloc or Code.Ldloc_S or Code.Ldarg or Code.Ldarg_S => Named(instruction, method),
        _ => null,
    };

    /// <summary>The variable that an instruction stores into, or null.</summary>
    public static int? StoredBy(Instruction? instruction, MethodDefinition method) => instruction?.OpCode.Code switch
    {
        >= Code.Stloc_0 and <= Code.Stloc_3 => Arguments(method) + (instruction.OpCode.Code - Code.Stloc_0),
        Code.Stloc or Code.Stloc_S or Code.Starg or Code.Starg_S => Named(instruction, method),
        _ => null,
    };

    /// <summary>The variable whose address an instruction pushes, or null.</summary>
    public static int? AddressedBy(Instruction? instruction, MethodDefinition method) =>
        instruction?.OpCode.Code is Code.Ldloca or Code.Ldloca_S or Code.Ldarga or Code.Ldarga_S ? Named(instruction, method) : null;

    private static int Named(Instruction instruction, MethodDefinition method) => instruction.Operand is VariableDefinition local
        ? Arguments(method) + local.Index
        : ((ParameterDefinition)instruction.Operand).Sequence;
}
