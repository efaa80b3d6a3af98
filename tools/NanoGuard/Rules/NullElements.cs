using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoGuard.Api;
using NanoGuard.Il;

namespace NanoGuard.Rules;

/// <summary>
/// Finds elements of string arrays that are compared with == or != (or a switch) without a look at null, straight or through a local
/// variable. The pieces of String.Split are never null where they are taken in the method that split.
/// </summary>
internal sealed class NullElements : IRule
{
    public IEnumerable<Violation> Check(CheckedCode code, ApiList list, GuardOptions options) =>
        from type in code.Types
        from method in type.Methods
        where method.HasBody && !Patterns.IsStateMachineMethod(method)
        from load in method.Body.Instructions
        where load.OpCode.Code == Code.Ldelem_Ref && !IsOfSplit(method.Body, load)
        from use in Uses(method.Body, load)
        where IsCompared(use)
        select new Site(type, method, load).Report(RuleSet.NullElement, "an element of a string array is compared and may be null");

    /// <summary>The instructions that put the element on the stack: the load itself, or those of the local it went into without a null check.</summary>
    private static List<Instruction> Uses(MethodBody body, Instruction load)
    {
        if (Stored(load.Next, body) is not { } local)
        {
            return [load];
        }

        var loads = body.Instructions.Where(instruction => Loaded(instruction, body) == local).ToList();
        return loads.Any(instruction => IsBranchOnNull(instruction.Next)) ? [] : loads;
    }

    private static bool IsBranchOnNull(Instruction? next) => next?.OpCode.Code is Code.Brfalse or Code.Brfalse_S or Code.Brtrue or Code.Brtrue_S
        || (next?.OpCode.Code == Code.Ldnull && next.Next?.OpCode.Code is Code.Ceq or Code.Cgt_Un or Code.Beq or Code.Beq_S or Code.Bne_Un or Code.Bne_Un_S);

    /// <summary>The value is the second argument of a comparison, or the first with one plain value after it.</summary>
    private static bool IsCompared(Instruction value) => IsComparison(value.Next)
        || (value.Next is { } other && IsPlainPush(other.OpCode) && other.OpCode.Code != Code.Ldnull && IsComparison(other.Next));

    private static bool IsPlainPush(OpCode code) => code.StackBehaviourPop == StackBehaviour.Pop0 && code.StackBehaviourPush is StackBehaviour.Pushref or StackBehaviour.Push1;

    private static bool IsComparison(Instruction? instruction) =>
        instruction?.Operand is MethodReference { DeclaringType.FullName: "System.String", Name: "op_Equality" or "op_Inequality" or "Equals" } called && !called.HasThis;

    /// <summary>The array stands in a local that this method fills from String.Split and from nothing else.</summary>
    private static bool IsOfSplit(MethodBody body, Instruction load)
    {
        if (load.Previous?.Previous is not { } array || Loaded(array, body) is not { } local)
        {
            return false;
        }

        var stores = body.Instructions.Where(instruction => Stored(instruction, body) == local).ToList();
        return stores.Count > 0 && stores.All(store => store.Previous?.Operand is MethodReference { DeclaringType.FullName: "System.String", Name: "Split" });
    }

    private static VariableDefinition? Stored(Instruction? instruction, MethodBody body) => instruction?.OpCode.Code switch
    {
        Code.Stloc_0 => body.Variables[0],
        Code.Stloc_1 => body.Variables[1],
        Code.Stloc_2 => body.Variables[2],
        Code.Stloc_3 => body.Variables[3],
        Code.Stloc or Code.Stloc_S => (VariableDefinition)instruction.Operand,
        _ => null,
    };

    private static VariableDefinition? Loaded(Instruction? instruction, MethodBody body) => instruction?.OpCode.Code switch
    {
        Code.Ldloc_0 => body.Variables[0],
        Code.Ldloc_1 => body.Variables[1],
        Code.Ldloc_2 => body.Variables[2],
        Code.Ldloc_3 => body.Variables[3],
        Code.Ldloc or Code.Ldloc_S => (VariableDefinition)instruction.Operand,
        _ => null,
    };
}
