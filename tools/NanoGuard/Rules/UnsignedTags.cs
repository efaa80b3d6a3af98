using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoGuard.Api;
using NanoGuard.Il;

namespace NanoGuard.Rules;

/// <summary>
/// Finds unsigned values that reach a signed shr, rem, div or widening conv.i8: C# writes those only for signed operands, so a cast
/// without IL stands between. Arguments and results of own methods are followed; delegates are not.
/// </summary>
internal sealed class UnsignedTags : IRule
{
    public IEnumerable<Violation> Check(CheckedCode code, ApiList list, GuardOptions options)
    {
        var methods = code.Types
            .SelectMany(type => type.Methods.Where(m => m.HasBody && !Patterns.IsStateMachineMethod(m)), (type, method) => (type, method))
            .ToList();
        var flow = new TagFlow(code);
        do
        {
            flow.Changed = false;
            methods.ForEach(m => new TagMachine(m.method, flow).Run((_, _) => { }));
        }
        while (flow.Changed);

        var found = new List<Violation>();
        foreach (var (type, method) in methods)
        {
            var seen = new HashSet<int>();
            new TagMachine(method, flow).Run((instruction, bits) =>
            {
                if (Signed(instruction, bits) is { } detail && seen.Add(instruction.Offset))
                {
                    found.Add(new Site(type, method, instruction).Report(RuleSet.UnsignedTag, detail));
                }
            });
        }

        return found;
    }

    private static string? Signed(Instruction instruction, UnsignedBits bits) => instruction.OpCode.Code switch
    {
        _ when (bits & (UnsignedBits.U4 | UnsignedBits.U8)) == 0 => null,
        Code.Shr or Code.Rem => $"{instruction.OpCode.Name} on a value that carries an unsigned tag",
        Code.Div => "div on a value that carries an unsigned tag (computed right today, but by the grace of the same tag)",
        Code.Conv_I8 when bits.HasFlag(UnsignedBits.U4) => "conv.i8 on a value that carries an unsigned tag: the sign is not extended",
        _ => null,
    };
}
