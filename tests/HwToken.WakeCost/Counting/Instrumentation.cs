using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace HwToken.WakeCost.Counting;

/// <summary>
/// Rewrites an assembly so that it counts what it executes: each basic block adds its length when it begins, and each object is told when it
/// is made. Nothing else changes: the counted instructions are those that the compiler wrote.
/// </summary>
internal sealed class Instrumentation(ModuleDefinition module, NativeCost platform)
{
    private readonly MethodReference _block = module.ImportReference(typeof(Tally).GetMethod(nameof(Tally.Block)));
    private readonly MethodReference _made = module.ImportReference(typeof(Tally).GetMethod(nameof(Tally.Made)));

    /// <summary>Rewrites all methods.</summary>
    public void Run()
    {
        foreach (MethodDefinition method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody))
        {
            Rewrite(method.Body, Tally.Register(method.DeclaringType.Name + "." + method.Name));
        }
    }

    private void Rewrite(MethodBody body, int number)
    {
        body.SimplifyMacros();
        ILProcessor il = body.GetILProcessor();
        var original = body.Instructions.ToList();
        foreach ((Instruction first, int length) in Blocks(body, original))
        {
            // The first instruction of a block becomes the count, so that whoever jumped to it still does; a copy of it follows.
            Instruction copy = Copy(first);
            var call = Instruction.Create(OpCodes.Call, _block);
            var owner = Instruction.Create(OpCodes.Ldc_I4, number);
            il.InsertAfter(first, owner);
            il.InsertAfter(owner, call);
            il.InsertAfter(call, copy);
            first.OpCode = OpCodes.Ldc_I4;
            first.Operand = length;
            Tell(il, copy);
        }

        var firsts = original.Where(instruction => instruction.Next?.Next?.Operand == _block).ToHashSet();
        foreach (Instruction instruction in original.Where(instruction => !firsts.Contains(instruction)))
        {
            Tell(il, instruction);
        }

        body.OptimizeMacros();
    }

    private IEnumerable<(Instruction First, int Length)> Blocks(MethodBody body, List<Instruction> instructions)
    {
        var heads = new HashSet<Instruction> { instructions[0] };
        foreach (Instruction instruction in instructions)
        {
            switch (instruction.Operand)
            {
                case Instruction target:
                    heads.Add(target);
                    break;
                case Instruction[] targets:
                    heads.UnionWith(targets);
                    break;
            }

            bool ends = instruction.OpCode.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return or FlowControl.Throw;
            if (ends && instruction.Next is not null)
            {
                heads.Add(instruction.Next);
            }
        }

        foreach (ExceptionHandler handler in body.ExceptionHandlers)
        {
            heads.UnionWith(new[] { handler.TryStart, handler.HandlerStart, handler.FilterStart }.OfType<Instruction>());
        }

        var blocks = new List<(Instruction, int)>();
        Instruction? head = null;
        int length = 0;
        foreach (Instruction instruction in instructions)
        {
            if (heads.Contains(instruction) && head is not null)
            {
                blocks.Add((head, length));
                length = 0;
            }

            head = heads.Contains(instruction) ? instruction : head;
            length += 1 + (instruction.Operand is MethodReference called ? platform.Of(called) : 0);
        }

        blocks.Add((head!, length));
        return blocks;
    }

    private void Tell(ILProcessor il, Instruction instruction)
    {
        bool makes = instruction.OpCode.Code switch
        {
            Code.Newarr or Code.Box => true,
            Code.Newobj => !((MethodReference)instruction.Operand).DeclaringType.IsValueType,
            Code.Call or Code.Callvirt => IsPlatformObject((MethodReference)instruction.Operand),
            _ => false,
        };
        if (makes)
        {
            var tell = Instruction.Create(OpCodes.Call, _made);
            il.InsertAfter(instruction, tell);
            il.InsertBefore(tell, Instruction.Create(OpCodes.Dup));
        }
    }

    /// <summary>A string or an array that the platform made: the firmware's own are told where they are made.</summary>
    private bool IsPlatformObject(MethodReference called) =>
        called.DeclaringType.Scope != module && (called.ReturnType.FullName == "System.String" || called.ReturnType.IsArray);

    private static Instruction Copy(Instruction from)
    {
        var copy = Instruction.Create(OpCodes.Nop);
        copy.OpCode = from.OpCode;
        copy.Operand = from.Operand;
        return copy;
    }
}
