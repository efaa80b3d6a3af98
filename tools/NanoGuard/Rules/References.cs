using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoGuard.Api;
using NanoGuard.Il;

namespace NanoGuard.Rules;

/// <summary>Looks at every reference to a type or member that is not the checked code's own.</summary>
internal sealed class References : IRule
{
    public IEnumerable<Violation> Check(CheckedCode code, ApiList list, GuardOptions options)
    {
        var types = new TypeVerdict(code, list, options);
        foreach (var use in UseWalker.Walk(code))
        {
            if (options.UnjudgedAssemblies.Contains(TypeNames.AssemblyOf(use.Reference as TypeReference ?? use.Reference.DeclaringType)))
            {
                continue;
            }

            var verdict = use.Reference switch
            {
                TypeReference type => types.Of(type),
                MethodReference method => OfMethod(method, code, list, types),
                FieldReference field => OfField(field, use.Site.Instruction, code, list, types),
                _ => null,
            };
            if (HostStrings.InPlace(verdict, use) is { } found)
            {
                yield return use.Site.Report(found.Rule, $"{use.How} {found.Name}", found.Instead);
            }
        }
    }

    private static Verdict? OfMethod(MethodReference method, CheckedCode code, ApiList list, TypeVerdict types)
    {
        if (types.Special(method.DeclaringType) is { } special)
        {
            return special;
        }

        if (code.IsOwn(method.DeclaringType))
        {
            return null; // judged where it is declared
        }

        var key = BuiltIns.OnDevice(code.Printer.Key(method));
        if (method is GenericInstanceMethod)
        {
            return new Verdict(types.IsLinq(method.DeclaringType) ? RuleSet.Linq : RuleSet.GenericUse, key);
        }

        if (BuiltIns.HasMember(key) || list.FindMember(key) is not null)
        {
            return types.IsFloat(method) ? new Verdict(RuleSet.FloatingPoint, key) : null;
        }

        if (HostStrings.IsCompilers(method))
        {
            return new Verdict(RuleSet.HostString, key, RuleSet.HostString.Instead);
        }

        if (types.IsFloat(method))
        {
            return new Verdict(RuleSet.FloatingPoint, key);
        }

        return Member(types.Of(method.DeclaringType), key)
            ?? (BuiltIns.IsDelegateConstructor(method) ? null : new Verdict(RuleSet.ApiNotListed, key));
    }

    private static Verdict? OfField(FieldReference field, Instruction? instruction, CheckedCode code, ApiList list, TypeVerdict types)
    {
        if (code.IsOwn(field.DeclaringType))
        {
            return null;
        }

        var isStatic = instruction?.OpCode.Code is Code.Ldsfld or Code.Ldsflda or Code.Stsfld;
        var key = code.Printer.Key(field, isStatic);
        return list.FindMember(key) is not null ? null : Member(types.Of(field.DeclaringType), key) ?? new Verdict(RuleSet.ApiNotListed, key);
    }

    // The fault is the type's, but the report names what was called.
    private static Verdict? Member(Verdict? type, string key) => type is null ? null : type with { Name = key };
}
