using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoGuard.Api;
using NanoGuard.Il;

namespace NanoGuard.Rules;

/// <summary>
/// Refuses static constructors that do more than set constants and tables. Fine are: constant tables, arrays of constants, strings,
/// delegates (cached lambdas), TimeSpan and DateTime of constants, and objects whose constructor only stores its parameters.
/// </summary>
internal sealed class StaticConstructors : IRule
{
    private const int Named = 3;

    private static readonly HashSet<string> CheapTypes = ["System.Object", "System.ValueType", "System.TimeSpan", "System.DateTime"];

    public IEnumerable<Violation> Check(CheckedCode code, ApiList list, GuardOptions options)
    {
        foreach (var type in code.Types.Where(t => !Patterns.IsUnspeakable(t.Name)))
        {
            if (type.Methods.FirstOrDefault(m => m is { IsConstructor: true, IsStatic: true, HasBody: true }) is not { } constructor)
            {
                continue;
            }

            var works = constructor.Body.Instructions
                .Select(instruction => (Instruction: instruction, Work: Work(instruction, code, options)))
                .Where(found => found.Work is not null).DistinctBy(found => found.Work).ToList();
            if (works.Count > 0)
            {
                yield return new Site(type, constructor, works[0].Instruction).Report(RuleSet.HeavyStaticConstructor, Summary([.. works.Select(found => found.Work!)]));
            }
        }
    }

    // One constructor, one finding: what it does first, and how much more there is.
    private static string Summary(string[] works) => works.Length <= Named
        ? string.Join(", ", works)
        : $"{string.Join(", ", works.Take(Named))} and {works.Length - Named} more";

    private static string? Work(Instruction instruction, CheckedCode code, GuardOptions options) => instruction.OpCode.Code switch
    {
        Code.Throw or Code.Rethrow => "throws",
        Code.Call or Code.Callvirt when !IsCheapCall((MethodReference)instruction.Operand) =>
            $"calls {code.Printer.Key((MethodReference)instruction.Operand)}",
        Code.Newobj when !IsCheapObject((MethodReference)instruction.Operand, code) =>
            $"creates {code.Names.Of(((MethodReference)instruction.Operand).DeclaringType)}, whose constructor does work",
        Code.Newarr when !IsCheapArray(instruction, options) => "allocates an array that is not a constant table",
        _ when instruction.Operand is Instruction target && target.Offset <= instruction.Offset => "loops",
        _ => null,
    };

    private static bool IsCheapCall(MethodReference method) =>
        method.Name == "InitializeArray" || (method.Name == ".ctor" && CheapTypes.Contains(method.DeclaringType.FullName));

    private static bool IsCheapObject(MethodReference constructor, CheckedCode code)
    {
        if (BuiltIns.IsDelegateConstructor(constructor) || CheapTypes.Contains(constructor.DeclaringType.FullName))
        {
            return true;
        }

        // Own objects: field stores of parameters and constants, and the call of such a constructor of the base.
        return code.IsOwn(constructor.DeclaringType) && constructor.Resolve() is { HasBody: true } body && body.Body.Instructions.All(i => IsStore(i, code));
    }

    private static bool IsStore(Instruction instruction, CheckedCode code) => instruction.OpCode.Code switch
    {
        Code.Call => instruction.Operand is MethodReference { Name: ".ctor" } parent && IsCheapObject(parent, code),
        Code.Callvirt or Code.Newobj or Code.Newarr or Code.Throw => false,
        _ => instruction.Operand is not Instruction target || target.Offset > instruction.Offset,
    };

    private static bool IsCheapArray(Instruction instruction, GuardOptions options)
    {
        var isTable = instruction.Next?.OpCode.Code == Code.Dup;
        return isTable || (Length(instruction.Previous) is { } length && length <= options.StaticArrayLimit);
    }

    private static int? Length(Instruction? instruction) => instruction?.OpCode.Code switch
    {
        >= Code.Ldc_I4_0 and <= Code.Ldc_I4_8 => instruction.OpCode.Code - Code.Ldc_I4_0,
        Code.Ldc_I4_S => (sbyte)instruction.Operand,
        Code.Ldc_I4 => (int)instruction.Operand,
        _ => null,
    };
}
