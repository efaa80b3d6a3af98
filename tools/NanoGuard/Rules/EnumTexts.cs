using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoGuard.Api;
using NanoGuard.Il;

namespace NanoGuard.Rules;

/// <summary>Finds enums that are turned into text: ToString() on them, or boxed into a string method.</summary>
internal sealed class EnumTexts : IRule
{
    public IEnumerable<Violation> Check(CheckedCode code, ApiList list, GuardOptions options) =>
        from type in code.Types
        from method in type.Methods
        where method.HasBody && !Patterns.IsStateMachineMethod(method)
        from instruction in method.Body.Instructions
        let found = EnumIn(instruction)
        where found is not null
        select new Site(type, method, instruction).Report(RuleSet.EnumText, $"{code.Names.Of(found)} is turned into text");

    private static TypeReference? EnumIn(Instruction instruction)
    {
        switch (instruction.OpCode.Code)
        {
            case Code.Constrained when instruction.Next?.Operand is MethodReference { Name: "ToString" }:
            case Code.Box when TakesText(instruction.Next):
                return AsEnum((TypeReference)instruction.Operand);
            case Code.Call or Code.Callvirt when instruction.Operand is MethodReference { Name: "ToString" } method:
                return method.DeclaringType.FullName == "System.Enum" ? method.DeclaringType : AsEnum(method.DeclaringType);
            case Code.Call when instruction.Operand is GenericInstanceMethod { Name: "AppendFormatted" } append:
                return AsEnum(append.GenericArguments[0]);
            default:
                return null;
        }
    }

    // The box is the last argument, or one of several that go into an object[] or straight into the call.
    private static bool TakesText(Instruction? next) => next switch
    {
        { OpCode.Code: Code.Stelem_Ref } => true,
        { Operand: MethodReference { Name: "ToString" or "Append" } } => true,
        { Operand: MethodReference { Name: "Concat" or "Format", DeclaringType.FullName: "System.String" } } => true,
        _ => false,
    };

    private static TypeReference? AsEnum(TypeReference type) => CheckedCode.Resolve(type) is { IsEnum: true } ? type : null;
}
