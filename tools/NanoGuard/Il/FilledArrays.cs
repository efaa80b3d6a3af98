using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoGuard.Il;

/// <summary>Arrays of strings of which no element is null: pieces of String.Split, and tables of literals.</summary>
internal static class FilledArrays
{
    /// <summary>Whether the array that an element is loaded from is filled wherever it comes from in the checked code.</summary>
    public static bool IsLoadedFrom(Instruction load, MethodDefinition method)
    {
        var array = load.Previous?.Previous;
        if (IsFilled(array))
        {
            return true; // optimised code leaves the array on the stack
        }

        if (Variable.LoadedBy(array, method) is { } variable)
        {
            return variable >= Variable.Arguments(method) && AllFilled(method.Body.Instructions.Where(instruction => Variable.StoredBy(instruction, method) == variable));
        }

        return array is { OpCode.Code: Code.Ldsfld, Operand: FieldReference field } && CheckedCode.Resolve(field.DeclaringType) is { } type
            && type.Fields.FirstOrDefault(own => own.Name == field.Name) is { IsInitOnly: true } table
            && AllFilled(type.Methods.Where(own => own is { IsConstructor: true, IsStatic: true, HasBody: true })
                .SelectMany(own => own.Body.Instructions).Where(instruction => instruction.OpCode.Code == Code.Stsfld && ((FieldReference)instruction.Operand).Name == table.Name));
    }

    private static bool AllFilled(IEnumerable<Instruction> stores)
    {
        var all = stores.ToList();
        return all.Count > 0 && all.TrueForAll(store => IsFilled(store.Previous));
    }

    private static bool IsFilled(Instruction? value) => IsSplit(value) || IsTable(value);

    private static bool IsSplit(Instruction? value) => value?.Operand is MethodReference { DeclaringType.FullName: "System.String", Name: "Split" };

    // ldc n, newarr, then n times: dup, ldc i, ldstr, stelem.ref.
    private static bool IsTable(Instruction? last)
    {
        ulong elements = 0;
        while (last is { OpCode.Code: Code.Stelem_Ref, Previous: { OpCode.Code: Code.Ldstr, Previous.Previous.OpCode.Code: Code.Dup } })
        {
            elements++;
            last = last.Previous.Previous.Previous.Previous;
        }

        return elements > 0 && last is { OpCode.Code: Code.Newarr, Previous: { } length } && TagEffect.Literal(length) == elements;
    }
}
