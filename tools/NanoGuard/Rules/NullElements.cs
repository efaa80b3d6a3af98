using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoGuard.Api;
using NanoGuard.Il;

namespace NanoGuard.Rules;

/// <summary>
/// Finds elements of string arrays that are compared with == or != (or a switch) without a look at null, straight or through a local
/// variable. Pieces of String.Split and tables of literals are never null.
/// </summary>
internal sealed class NullElements : IRule
{
    public IEnumerable<Violation> Check(CheckedCode code, ApiList list, GuardOptions options) =>
        from type in code.Types
        from method in type.Methods
        where method.HasBody && !Patterns.IsStateMachineMethod(method)
        from load in method.Body.Instructions
        where load.OpCode.Code == Code.Ldelem_Ref && !FilledArrays.IsLoadedFrom(load, method)
        from use in Uses(method, load)
        where IsCompared(use)
        select new Site(type, method, load).Report(RuleSet.NullElement, "an element of a string array is compared and may be null");

    /// <summary>The instructions that put the element on the stack: the load itself, or those of the local it went into. None where null was looked at.</summary>
    private static List<Instruction> Uses(MethodDefinition method, Instruction load)
    {
        var instructions = method.Body.Instructions;
        if (Variable.StoredBy(load.Next, method) is { } local)
        {
            var loads = instructions.Where(instruction => Variable.LoadedBy(instruction, method) == local).ToList();
            return loads.Exists(instruction => IsLookAtNull(instruction.Next)) ? [] : loads;
        }

        // The same element, named by the same words, was looked at further up.
        var isSeen = instructions.TakeWhile(instruction => instruction != load)
            .Any(earlier => earlier.OpCode.Code == Code.Ldelem_Ref && IsLookAtNull(earlier.Next) && SameWords(earlier, load, method));
        return isSeen ? [] : [load];
    }

    // Backwards over the two values that the load takes, array and index.
    private static bool SameWords(Instruction a, Instruction b, MethodDefinition method)
    {
        var open = 2;
        for (var (left, right) = (a.Previous, b.Previous); left is not null && right is not null; (left, right) = (left.Previous, right.Previous))
        {
            if (left.OpCode.Code != right.OpCode.Code || left.Operand?.ToString() != right.Operand?.ToString())
            {
                return false;
            }

            open += StackEffect.Pops(left, method) - StackEffect.Pushes(left);
            if (open == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLookAtNull(Instruction? next) => next?.OpCode.Code is Code.Brfalse or Code.Brfalse_S or Code.Brtrue or Code.Brtrue_S
        || (next?.OpCode.Code == Code.Ldnull && next.Next?.OpCode.Code is Code.Ceq or Code.Cgt_Un or Code.Beq or Code.Beq_S or Code.Bne_Un or Code.Bne_Un_S)
        || next?.Operand is MethodReference { DeclaringType.FullName: "System.String", Name: "IsNullOrEmpty" or "get_Length" };

    /// <summary>The value is the second argument of a comparison, or the first with one plain value after it.</summary>
    private static bool IsCompared(Instruction value) => IsComparison(value.Next)
        || (value.Next is { } other && IsPlainPush(other.OpCode) && other.OpCode.Code != Code.Ldnull && IsComparison(other.Next));

    private static bool IsPlainPush(OpCode code) => code.StackBehaviourPop == StackBehaviour.Pop0 && code.StackBehaviourPush is StackBehaviour.Pushref or StackBehaviour.Push1;

    private static bool IsComparison(Instruction? instruction) =>
        instruction?.Operand is MethodReference { DeclaringType.FullName: "System.String", Name: "op_Equality" or "op_Inequality" or "Equals" } called && !called.HasThis;
}
