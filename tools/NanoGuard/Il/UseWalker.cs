using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoGuard.Il;

/// <summary>Walks through every reference that the checked code makes to types and members, its own ones included.</summary>
internal static class UseWalker
{
    public static IEnumerable<Use> Walk(CheckedCode code) => code.Types.SelectMany(OfType);

    private static IEnumerable<Use> OfType(TypeDefinition type)
    {
        var site = new Site(type);
        var record = Patterns.IsRecord(type);
        if (type.BaseType is { } parent)
        {
            yield return new Use(site, parent, "base class");
        }

        foreach (var implemented in type.Interfaces.Where(i => !record || !i.InterfaceType.FullName.StartsWith("System.IEquatable`1", StringComparison.Ordinal)))
        {
            yield return new Use(site, implemented.InterfaceType, "interface");
        }

        foreach (var use in Attributes(site, type))
        {
            yield return use;
        }

        foreach (var field in type.Fields)
        {
            // An enum's values are constants of the enum itself; its storage field is no use of anything.
            if (!type.IsEnum && !Patterns.IsUnspeakable(type.Name))
            {
                yield return new Use(new Site(type, field), field.FieldType, "field");
            }

            foreach (var use in Attributes(new Site(type, field), field))
            {
                yield return use;
            }
        }

        // What the compiler writes into a record is reported once, for the record.
        foreach (var use in type.Methods.Where(m => !record || !Patterns.IsCompilerGenerated(m)).SelectMany(m => OfMethod(type, m)))
        {
            yield return use;
        }
    }

    private static IEnumerable<Use> OfMethod(TypeDefinition type, MethodDefinition method)
    {
        var site = new Site(type, method);
        if (Patterns.IsStateMachineMethod(method) || Patterns.IsInlineArrayHelper(method) || Patterns.IsSwitchHelper(method) || IsDelegatePlumbing(type, method))
        {
            yield break;
        }

        yield return new Use(site, method.ReturnType, "return value");
        foreach (var parameter in method.Parameters)
        {
            yield return new Use(site, parameter.ParameterType, "parameter");
        }

        foreach (var use in Attributes(site, method))
        {
            yield return use;
        }

        if (Overridden(method) is { } overridden)
        {
            yield return new Use(site, overridden, "override");
        }

        if (!method.HasBody || Patterns.IsFieldLikeEventAccessor(method))
        {
            yield break;
        }

        foreach (var local in method.Body.Variables)
        {
            yield return new Use(site, local.VariableType, "local variable");
        }

        foreach (var handler in method.Body.ExceptionHandlers.Where(h => h.CatchType is not null))
        {
            yield return new Use(site with { Instruction = handler.HandlerStart }, handler.CatchType, "catch");
        }

        foreach (var instruction in method.Body.Instructions)
        {
            if (instruction.Operand is MemberReference reference and (TypeReference or MethodReference or FieldReference))
            {
                yield return new Use(site with { Instruction = instruction }, reference, instruction.OpCode.Name);
            }
        }
    }

    // A delegate's constructor, BeginInvoke and EndInvoke are the compiler's, the same for all; its Invoke is the declaration.
    private static bool IsDelegatePlumbing(TypeDefinition type, MethodDefinition method) =>
        Api.MemberPrinter.IsDelegate(type) && method.Name != "Invoke";

    private static IEnumerable<Use> Attributes(Site site, ICustomAttributeProvider provider) =>
        provider.CustomAttributes.Where(a => !CompilerAttributes.Contains(a.AttributeType)).Select(a => new Use(site, a.Constructor, "attribute"));

    private static MethodDefinition? Overridden(MethodDefinition method)
    {
        if (!method.IsVirtual || method.IsNewSlot)
        {
            return null;
        }

        for (var parent = Parent(method.DeclaringType); parent is not null; parent = Parent(parent))
        {
            if (parent.Methods.FirstOrDefault(m => m.IsVirtual && m.Name == method.Name && SameParameters(m, method)) is { } found)
            {
                return found;
            }
        }

        return null;

        static TypeDefinition? Parent(TypeDefinition type) => type.BaseType is null ? null : CheckedCode.Resolve(type.BaseType);
    }

    private static bool SameParameters(MethodDefinition a, MethodDefinition b) =>
        a.Parameters.Select(p => p.ParameterType.FullName).SequenceEqual(b.Parameters.Select(p => p.ParameterType.FullName));
}
