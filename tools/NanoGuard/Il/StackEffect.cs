using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoGuard.Il;

/// <summary>How many values an instruction takes from the stack and leaves there.</summary>
internal static class StackEffect
{
    public static int Pops(Instruction instruction, MethodDefinition method) => instruction.OpCode.StackBehaviourPop switch
    {
        StackBehaviour.Pop0 => 0,
        StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
        StackBehaviour.Pop1_pop1 or StackBehaviour.Popi_pop1 or StackBehaviour.Popi_popi or StackBehaviour.Popi_popi8
            or StackBehaviour.Popi_popr4 or StackBehaviour.Popi_popr8 or StackBehaviour.Popref_pop1 or StackBehaviour.Popref_popi => 2,
        StackBehaviour.Varpop => Variable(instruction, method),
        StackBehaviour.PopAll => int.MaxValue,
        _ => 3,
    };

    public static int Pushes(Instruction instruction) => instruction.OpCode.StackBehaviourPush switch
    {
        StackBehaviour.Push0 => 0,
        StackBehaviour.Push1_push1 => 2,
        StackBehaviour.Varpush => instruction.Operand is IMethodSignature { ReturnType.MetadataType: MetadataType.Void } ? 0 : 1,
        _ => 1,
    };

    private static int Variable(Instruction instruction, MethodDefinition method)
    {
        if (instruction.OpCode.Code == Code.Ret)
        {
            return method.ReturnType.MetadataType == MetadataType.Void ? 0 : 1;
        }

        var call = (IMethodSignature)instruction.Operand;
        var hidden = instruction.OpCode.Code == Code.Newobj ? 0 : call is { HasThis: true, ExplicitThis: false } ? 1 : 0;
        return call.Parameters.Count + hidden + (instruction.OpCode.Code == Code.Calli ? 1 : 0);
    }
}
