using Mono.Cecil;
using NanoGuard.Api;
using NanoGuard.Il;

namespace NanoGuard.Rules;

/// <summary>Looks at what the checked code declares: generics, interface bodies, records, state machines, static fields.</summary>
internal sealed class Declarations : IRule
{
    public IEnumerable<Violation> Check(CheckedCode code, ApiList list, GuardOptions options) =>
        code.Types.SelectMany(type => OfType(type, code)).Concat(code.Types.SelectMany(type => type.Methods.SelectMany(m => OfMethod(type, m))));

    private static IEnumerable<Violation> OfType(TypeDefinition type, CheckedCode code)
    {
        // A type nested in a generic one inherits its parameters; the outer one is reported.
        if (type.HasGenericParameters && type.DeclaringType is not { HasGenericParameters: true } && !Patterns.IsInlineArray(type))
        {
            var anonymous = type.Name.Contains("AnonymousType", StringComparison.Ordinal);
            yield return new Site(type).Report(
                RuleSet.OwnGeneric,
                anonymous ? "anonymous type (the compiler makes it a generic class)" : $"generic type {code.Names.Of(type)}",
                anonymous ? "write a small class with the fields" : null);
        }

        if (Patterns.IsRecord(type))
        {
            yield return new Site(type).Report(RuleSet.RecordType, $"record {code.Names.Of(type)}");
        }

        if (Patterns.IsUnspeakable(type.Name))
        {
            yield break;
        }

        foreach (var field in type.Fields.Where(f => f is { IsStatic: true, IsInitOnly: false, HasConstant: false }))
        {
            yield return new Site(type, field).Report(RuleSet.MutableStatic, $"static field {field.Name} is not readonly");
        }
    }

    private static IEnumerable<Violation> OfMethod(TypeDefinition type, MethodDefinition method)
    {
        var site = new Site(type, method);
        if (method.HasGenericParameters && !Patterns.IsInlineArrayHelper(method))
        {
            yield return site.Report(RuleSet.OwnGeneric, $"generic method {method.Name}<{string.Join(", ", method.GenericParameters.Select(p => p.Name))}>");
        }

        if (type.IsInterface && method.HasBody && !method.IsConstructor)
        {
            yield return site.Report(RuleSet.DefaultInterfaceMethod, $"interface {type.Name} gives {method.Name} a body");
        }

        if (Patterns.IsStateMachineMethod(method))
        {
            var isIterator = method.CustomAttributes.Any(a => a.AttributeType.Name == "IteratorStateMachineAttribute");
            yield return site.Report(RuleSet.StateMachine, isIterator ? "iterator (yield)" : "async method");
        }
    }
}
