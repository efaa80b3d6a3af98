using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace NanoBoard.Guests.Rewriting;

/// <summary>Puts <see cref="Substitutes"/> and <see cref="ReflectionSubstitutes"/> in place of desktop members that answer otherwise than the device, and numbers in place of enums' names.</summary>
internal sealed class Substitution(GuestSet guests, ModuleDefinition module)
{
    private static readonly Dictionary<string, MethodInfo> s_known = new[] { typeof(Substitutes), typeof(ReflectionSubstitutes) }.SelectMany(type => type.GetMethods())
        .Where(method => method.IsDefined(typeof(ReplacesAttribute)))
        .ToDictionary(method => method.GetCustomAttribute<ReplacesAttribute>()!.Member, StringComparer.Ordinal);

    /// <summary>What stands in for a member; null: nothing needs to.</summary>
    public static MethodInfo? Of(Type type, string member) => s_known.GetValueOrDefault($"{type.FullName}::{member}");

    /// <summary>Changes the calls of a method.</summary>
    public void Apply(Mono.Cecil.Cil.MethodBody body)
    {
        ILProcessor il = body.GetILProcessor();
        foreach (Instruction call in body.Instructions.Where(instruction => instruction.OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj).ToArray())
        {
            var method = (MethodReference)call.Operand;
            if (call.Previous is { OpCode.Code: Code.Constrained } constrained)
            {
                if (method.Name == "ToString" && method.Parameters.Count == 0 && UnderlyingOf((TypeReference)constrained.Operand) is { } number)
                {
                    PrintNumber(il, constrained, call, number);
                }
            }
            else if (method.DeclaringType is not TypeSpecification && guests.Find(method.DeclaringType) is null && Platform.Find(method.DeclaringType) is { } type
                && Of(type, Signatures.WithoutResult(method)) is { } substitute)
            {
                call.OpCode = OpCodes.Call;
                call.Operand = module.ImportReference(substitute);
            }
        }
    }

    /// <summary>On the stack is the address of an enum: read it as its number and print that.</summary>
    private void PrintNumber(ILProcessor il, Instruction constrained, Instruction call, Type number)
    {
        TypeReference type = module.ImportReference(number);
        constrained.OpCode = OpCodes.Ldobj;
        constrained.Operand = type;
        call.OpCode = OpCodes.Box;
        call.Operand = type;
        il.InsertAfter(call, il.Create(OpCodes.Callvirt, module.ImportReference(typeof(object).GetMethod(nameof(ToString))!)));
    }

    private Type? UnderlyingOf(TypeReference type)
    {
        if (guests.Find(type) is { } own)
        {
            return own.IsEnum ? typeof(object).Assembly.GetType(own.GetEnumUnderlyingType().FullName) : null;
        }

        return type is not TypeSpecification && Platform.Find(type) is { IsEnum: true } known ? Enum.GetUnderlyingType(known) : null;
    }
}
