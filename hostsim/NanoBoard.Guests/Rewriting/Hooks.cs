using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace NanoBoard.Guests.Rewriting;

/// <summary>Calls that a program gets so that the board stays its master: at every backward jump, at the beginning of every method that calls others, and of every catch-all.</summary>
internal sealed class Hooks(ModuleDefinition module)
{
    private static readonly string[] s_catchAll = ["System.Exception", "System.Object"];

    private readonly MethodReference _loop = module.ImportReference(typeof(Substitutes).GetMethod(nameof(Substitutes.Loop))!);
    private readonly MethodReference _enter = module.ImportReference(typeof(Substitutes).GetMethod(nameof(Substitutes.Enter))!);
    private readonly MethodReference _caught = module.ImportReference(typeof(Substitutes).GetMethod(nameof(Substitutes.Caught))!);

    /// <summary>Adds the calls to a method whose branches are in their long form.</summary>
    public void Apply(MethodBody body)
    {
        ILProcessor il = body.GetILProcessor();
        var places = body.Instructions.Select((instruction, index) => (instruction, index)).ToDictionary(pair => pair.instruction, pair => pair.index);
        foreach (Instruction jump in body.Instructions.Where(instruction => IsBackward(instruction, places)).ToArray())
        {
            Precede(il, jump, _loop);
        }

        bool callsOthers = body.Instructions.Any(instruction => instruction.OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj && instruction.Operand != _loop);

        foreach (ExceptionHandler handler in body.ExceptionHandlers.Where(handler => handler.CatchType is { } caught && s_catchAll.Contains(caught.FullName)).ToArray())
        {
            Instruction first = handler.HandlerStart;
            Instruction start = il.Create(OpCodes.Dup);
            il.InsertBefore(first, start);
            il.InsertBefore(first, il.Create(OpCodes.Call, _caught));
            foreach (ExceptionHandler other in body.ExceptionHandlers)
            {
                other.TryEnd = other.TryEnd == first ? start : other.TryEnd;
                other.HandlerStart = other.HandlerStart == first ? start : other.HandlerStart;
                other.HandlerEnd = other.HandlerEnd == first ? start : other.HandlerEnd;
            }
        }

        if (callsOthers)
        {
            Precede(il, body.Instructions[0], _enter);
        }
    }

    /// <summary>Puts a call in an instruction's own place, so that whatever leads there passes by, and the line of the source stays with it.</summary>
    private static void Precede(ILProcessor il, Instruction place, MethodReference call)
    {
        Instruction moved = il.Create(OpCodes.Nop);
        (moved.OpCode, moved.Operand) = (place.OpCode, place.Operand);
        (place.OpCode, place.Operand) = (OpCodes.Call, call);
        il.InsertAfter(place, moved);
    }

    private static bool IsBackward(Instruction instruction, Dictionary<Instruction, int> places) => instruction.Operand switch
    {
        Instruction target => places[target] <= places[instruction],
        Instruction[] targets => targets.Any(target => places[target] <= places[instruction]),
        _ => false,
    };
}
