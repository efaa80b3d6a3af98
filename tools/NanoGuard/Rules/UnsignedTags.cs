using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoGuard.Api;
using NanoGuard.Il;

namespace NanoGuard.Rules;

/// <summary>
/// Finds unsigned values that reach a signed shr or rem, a widening conv.i8 or a conversion to floating point: C# writes those only for signed
/// operands, so a cast without IL stands between. Where the highest bit can never be set both come to the same. Arguments and results of own
/// methods are followed; delegates are not.
/// </summary>
internal sealed class UnsignedTags : IRule
{
    public IEnumerable<Violation> Check(CheckedCode code, ApiList list, GuardOptions options)
    {
        var methods = code.Types
            .SelectMany(type => type.Methods.Where(m => m.HasBody && !Patterns.IsStateMachineMethod(m)), (type, method) => (type, method))
            .ToList();
        var flow = new TagFlow(code);
        Settle(flow, methods.Select(m => m.method));
        flow.ReachAll();
        Settle(flow, methods.Select(m => m.method));

        var found = new List<Violation>();
        foreach (var (type, method) in methods)
        {
            var seen = new HashSet<int>();
            new TagMachine(method, flow).Run((instruction, left) =>
            {
                if (Signed(instruction, left) is { } detail && seen.Add(instruction.Offset))
                {
                    found.Add(new Site(type, method, instruction).Report(RuleSet.UnsignedTag, detail));
                }
            });
        }

        return found;
    }

    private static void Settle(TagFlow flow, IEnumerable<MethodDefinition> methods)
    {
        while (flow.Changed)
        {
            flow.Next();
            foreach (var method in methods.Where(flow.IsReached))
            {
                new TagMachine(method, flow).Run((_, _) => { });
            }
        }
    }

    // div is not among them: it is computed signed under either tag.
    private static string? Signed(Instruction instruction, Slot left) => instruction.OpCode.Code switch
    {
        _ when !left.MayDiffer => null,
        Code.Shr or Code.Rem => $"{instruction.OpCode.Name} on a value that carries an unsigned tag",
        Code.Conv_I8 when left.Bits.HasFlag(UnsignedBits.U4) => "conv.i8 on a value that carries an unsigned tag: the sign is not extended",
        Code.Conv_R4 or Code.Conv_R8 => $"{instruction.OpCode.Name} on a value that carries an unsigned tag: a negative value becomes a large positive one",
        _ => null,
    };
}
