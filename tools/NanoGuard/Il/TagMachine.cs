using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoGuard.Il;

/// <summary>
/// Follows the type tags that nf-interpreter keeps on its evaluation stack through one method. Loading gives the tag of the storage (byte,
/// char, short and bool become int); storing keeps the storage's tag; arithmetic keeps the left operand's; conv sets its own. A cast
/// between int and uint emits no IL, so the tag stays. (CLR_RT_HeapBlock: Promote, AssignAndPreserveType, Numeric*; CLR_RT_StackFrame: Push, Pop.)
/// Beside the tags go bounds of the values: a value whose highest bit is never set is computed right under either tag.
/// </summary>
internal sealed class TagMachine(MethodDefinition method, TagFlow flow)
{
    // So often a place may be entered with other bounds before they are rounded up.
    private const int Patience = 4;

    private readonly Dictionary<int, (State State, int Visits)> states = [];
    private readonly Queue<Instruction> work = new();
    private readonly HashSet<int> addressed =
        [.. method.Body.Instructions.Select(instruction => Variable.AddressedBy(instruction, method)).OfType<int>()];

    /// <summary>Runs to the end; calls back with every instruction whose left operand may carry an unsigned tag.</summary>
    public void Run(Action<Instruction, Slot> leftOperand)
    {
        Slot[] variables = [.. Enumerable.Range(0, Variable.Count(method)).Select(Anything)];
        Enter(method.Body.Instructions[0], new State([], variables));
        foreach (var handler in method.Body.ExceptionHandlers)
        {
            Slot[] stack = handler.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter ? [Slot.Unknown] : [];
            Slot[] unsure = [.. variables.Select(variable => variable.Unbounded())];
            Enter(handler.HandlerStart, new State(stack, unsure));
            if (handler.FilterStart is { } filter)
            {
                Enter(filter, new State(stack, unsure));
            }
        }

        while (work.TryDequeue(out var instruction))
        {
            Step(instruction, leftOperand);
        }
    }

    // Declared tag and, for an argument, what callers hand over.
    private Slot Anything(int index) => Variable.Parameter(index, method) is { } parameter ? flow.Argument(method, parameter) : Slot.Of(Variable.TypeOf(index, method));

    private void Step(Instruction instruction, Action<Instruction, Slot> leftOperand)
    {
        var (stack, variables) = (states[instruction.Offset].State.Stack.ToList(), states[instruction.Offset].State.Variables);
        var count = Math.Min(StackEffect.Pops(instruction, method), stack.Count);
        var popped = stack.GetRange(stack.Count - count, count);
        stack.RemoveRange(stack.Count - count, count);
        if (popped.Count > 0 && popped[0].Bits != UnsignedBits.None)
        {
            leftOperand(instruction, popped[0]);
        }

        if (instruction.OpCode.Code == Code.Ret && popped.Count == 1)
        {
            flow.Return(method, popped[0]);
        }

        var pushes = StackEffect.Pushes(instruction);
        if (pushes > 0)
        {
            var result = TagEffect.Result(instruction, popped, variables, method, flow);
            stack.AddRange(Enumerable.Repeat(result, pushes));
        }
        else if (instruction.Operand is MethodReference called)
        {
            flow.Call(called, TagEffect.Passed(called, popped));
        }

        Leave(instruction, new State([.. stack], Stored(instruction, popped, variables)));
    }

    private Slot[] Stored(Instruction instruction, List<Slot> popped, Slot[] variables)
    {
        if (Variable.StoredBy(instruction, method) is not { } index || addressed.Contains(index) || popped.Count == 0)
        {
            return variables;
        }

        var after = (Slot[])variables.Clone();
        after[index] = Anything(index).Unbounded().AtMost(popped[0].Max);
        return after;
    }

    private void Leave(Instruction instruction, State state)
    {
        switch (instruction.OpCode.FlowControl)
        {
            case FlowControl.Return or FlowControl.Throw:
                return;
            case FlowControl.Branch:
                Enter((Instruction)instruction.Operand, instruction.OpCode.Code is Code.Leave or Code.Leave_S ? state with { Stack = [] } : state);
                return;
            case FlowControl.Cond_Branch when instruction.Operand is Instruction target:
                var (taken, passed) = Comparison.Before(instruction, method) is { } compared && !addressed.Contains(compared.Variable)
                    ? (state.AtMost(compared.Variable, compared.MaxIfTaken), state.AtMost(compared.Variable, compared.MaxIfNot))
                    : (state, state);
                Enter(target, taken);
                state = passed;
                break;
            case FlowControl.Cond_Branch:
                foreach (var target in (Instruction[])instruction.Operand)
                {
                    Enter(target, state);
                }

                break;
        }

        if (instruction.Next is { } next)
        {
            Enter(next, state);
        }
    }

    private void Enter(Instruction instruction, State state)
    {
        if (!states.TryGetValue(instruction.Offset, out var known))
        {
            states[instruction.Offset] = (state, 1);
            work.Enqueue(instruction);
            return;
        }

        var joined = known.State.Join(state, widen: known.Visits > Patience);
        if (!joined.SameAs(known.State))
        {
            states[instruction.Offset] = (joined, known.Visits + 1);
            work.Enqueue(instruction);
        }
    }

    /// <summary>Stack and variables before an instruction.</summary>
    private sealed record State(Slot[] Stack, Slot[] Variables)
    {
        public State Join(State other, bool widen) => new(Join(Stack, other.Stack, widen), Join(Variables, other.Variables, widen));

        public bool SameAs(State other) => Stack.SequenceEqual(other.Stack) && Variables.SequenceEqual(other.Variables);

        public State AtMost(int variable, ulong max)
        {
            var bounded = (Slot[])Variables.Clone();
            bounded[variable] = bounded[variable].AtMost(max);
            return this with { Variables = bounded };
        }

        private static Slot[] Join(Slot[] a, Slot[] b, bool widen) =>
            [.. a.Zip(b, (left, right) => left.Join(right) is var joined && widen && joined != left ? joined.Widened() : left.Join(right))];
    }
}
