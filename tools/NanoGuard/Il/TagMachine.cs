using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoGuard.Il;

/// <summary>
/// Follows the type tags that nf-interpreter keeps on its evaluation stack through one method. Loading gives the tag of the storage (byte,
/// char, short and bool become int); storing keeps the storage's tag; arithmetic keeps the left operand's; conv sets its own. A cast
/// between int and uint emits no IL, so the tag stays. (CLR_RT_HeapBlock: Promote, AssignAndPreserveType, Numeric*; CLR_RT_StackFrame: Push, Pop.)
/// </summary>
internal sealed class TagMachine(MethodDefinition method, TagFlow flow)
{
    private readonly Dictionary<int, Slot[]> states = [];
    private readonly Queue<Instruction> work = new();

    /// <summary>Runs to the end; calls back with every instruction whose left operand may carry an unsigned tag.</summary>
    public void Run(Action<Instruction, UnsignedBits> leftOperand)
    {
        Enter(method.Body.Instructions[0], []);
        foreach (var handler in method.Body.ExceptionHandlers)
        {
            Slot[] start = handler.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter ? [default] : [];
            Enter(handler.HandlerStart, start);
            if (handler.FilterStart is { } filter)
            {
                Enter(filter, start);
            }
        }

        while (work.TryDequeue(out var instruction))
        {
            Step(instruction, leftOperand);
        }
    }

    private void Step(Instruction instruction, Action<Instruction, UnsignedBits> leftOperand)
    {
        var stack = states[instruction.Offset].ToList();
        var count = Math.Min(StackEffect.Pops(instruction, method), stack.Count);
        var popped = stack.GetRange(stack.Count - count, count);
        stack.RemoveRange(stack.Count - count, count);
        if (popped.Count > 0 && popped[0].Bits != UnsignedBits.None)
        {
            leftOperand(instruction, popped[0].Bits);
        }

        if (instruction.OpCode.Code == Code.Ret && popped.Count == 1)
        {
            flow.Return(method, popped[0]);
        }

        var pushes = StackEffect.Pushes(instruction);
        if (pushes > 0)
        {
            var result = TagEffect.Result(instruction, popped, method, flow);
            stack.AddRange(Enumerable.Repeat(result, pushes));
        }
        else if (instruction.Operand is MethodReference called)
        {
            flow.Call(called, TagEffect.Passed(called, popped));
        }

        Leave(instruction, stack);
    }

    private void Leave(Instruction instruction, List<Slot> stack)
    {
        switch (instruction.OpCode.FlowControl)
        {
            case FlowControl.Return or FlowControl.Throw:
                return;
            case FlowControl.Branch:
                Enter((Instruction)instruction.Operand, instruction.OpCode.Code is Code.Leave or Code.Leave_S ? [] : [.. stack]);
                return;
            case FlowControl.Cond_Branch:
                foreach (var target in instruction.Operand as Instruction[] ?? [(Instruction)instruction.Operand])
                {
                    Enter(target, [.. stack]);
                }

                break;
        }

        if (instruction.Next is { } next)
        {
            Enter(next, [.. stack]);
        }
    }

    private void Enter(Instruction instruction, Slot[] stack)
    {
        if (!states.TryGetValue(instruction.Offset, out var known))
        {
            states[instruction.Offset] = stack;
            work.Enqueue(instruction);
            return;
        }

        var joined = known.Zip(stack, (a, b) => a.Join(b)).ToArray();
        if (!joined.SequenceEqual(known))
        {
            states[instruction.Offset] = joined;
            work.Enqueue(instruction);
        }
    }
}
