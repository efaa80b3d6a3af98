using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoGuard.Il;

namespace NanoGuard.Api;

/// <summary>Prints the API that assemblies use, in the form of a list: the start of a project's own list, or its next version.</summary>
public static class ApiLister
{
    /// <summary>Heading under which members stand that the surface does not have.</summary>
    public const string Unknown = "?";

    /// <summary>Lists the types and members that assemblies use and do not declare themselves.</summary>
    /// <param name="assemblyPaths">Compiled assemblies, as for <see cref="Guard.Check"/>.</param>
    /// <param name="surface">
    /// The surface of the real assemblies (<see cref="ApiList.LoadSurface"/>): lines then stand exactly as there, under the right heading.
    /// Without it, lines are made from the references, under the name of the assembly that the desktop build refers to.
    /// </param>
    /// <param name="options">Settings, or null for the defaults.</param>
    /// <returns>The lines, headings and types in alphabetical order. What the surface lacks comes last, as comments under <c>[?]</c>.</returns>
    public static IReadOnlyList<string> List(IEnumerable<string> assemblyPaths, ApiList? surface = null, GuardOptions? options = null)
    {
        using var code = new CheckedCode(assemblyPaths, options ?? new GuardOptions());
        var lines = new SortedSet<(string Assembly, string Type, string Sort, string Text)>();
        foreach (var use in UseWalker.Walk(code).Select(use => (use.Reference, use.Site.Instruction)))
        {
            foreach (var line in Lines(use.Reference, use.Instruction, code, surface))
            {
                lines.Add(line);
            }
        }

        return [.. lines.GroupBy(line => line.Assembly).OrderBy(group => group.Key == Unknown).SelectMany(Block)];
    }

    /// <summary>The lines of a project's list that its assemblies do not use. Constants and enum values leave no trace in IL and are passed over.</summary>
    /// <param name="assemblyPaths">Compiled assemblies, as for <see cref="Guard.Check"/>.</param>
    /// <param name="list">The project's list.</param>
    /// <param name="options">Settings, or null for the defaults.</param>
    /// <returns>The lines to take out; empty when the list is tight.</returns>
    public static IReadOnlyList<string> Unused(IEnumerable<string> assemblyPaths, ApiList list, GuardOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(list);
        var used = List(assemblyPaths, list, options).Select(line => line.Trim()).ToHashSet(StringComparer.Ordinal);
        var types = list.Types.Where(type => !BuiltIns.HasType(type.FullName)).Select(type => type.Text);
        var members = list.Members.Where(m => !BuiltIns.HasMember(m.Key) && !m.Text.Contains(" = ", StringComparison.Ordinal)).Select(m => m.Text);
        return [.. types.Concat(members).Where(text => !used.Contains(text))];
    }

    private static IEnumerable<string> Block(IGrouping<string, (string Assembly, string Type, string Sort, string Text)> group)
    {
        // A comment, not a heading: a list with unknown members must still load, and the guard refuses them.
        yield return group.Key == Unknown ? "# not in any surface file:" : $"[{group.Key}]";
        foreach (var line in group)
        {
            yield return group.Key == Unknown ? "# " + line.Text : line.Sort.Length == 0 ? line.Text : "  " + line.Text;
        }
    }

    private static IEnumerable<(string Assembly, string Type, string Sort, string Text)> Lines(
        MemberReference reference, Instruction? instruction, CheckedCode code, ApiList? surface)
    {
        var type = reference as TypeReference ?? reference.DeclaringType;
        while (type is TypeSpecification and not FunctionPointerType)
        {
            type = ((TypeSpecification)type).ElementType;
        }

        if (type is GenericParameter or FunctionPointerType || code.IsOwn(type))
        {
            yield break;
        }

        var typeName = code.Names.Of(type);
        var key = reference switch
        {
            MethodReference method => BuiltIns.OnDevice(code.Printer.Key(method)),
            FieldReference field => code.Printer.Key(field, instruction?.OpCode.Code is Code.Ldsfld or Code.Ldsflda or Code.Stsfld),
            _ => null,
        };
        if (key is null ? BuiltIns.HasType(typeName) : BuiltIns.HasMember(key))
        {
            yield break;
        }

        if (!BuiltIns.HasType(typeName))
        {
            var known = surface?.FindType(typeName);
            var made = CheckedCode.Resolve(type) is { } definition ? code.Printer.Type(definition) : $"{typeName} | class";
            yield return (known?.Assembly ?? Home(type, surface), typeName, string.Empty, known?.Text ?? made);
        }

        if (key is not null && !(reference is MethodReference constructor && BuiltIns.IsDelegateConstructor(constructor)))
        {
            var known = surface?.FindMember(key);
            yield return (known?.Assembly ?? Home(type, surface), known?.Type ?? typeName, key, known?.Text ?? key);

            // Found on a base: the list needs that type's line too.
            if (known is not null && surface?.FindType(known.Type) is { } home && !BuiltIns.HasType(known.Type))
            {
                yield return (home.Assembly, home.FullName, string.Empty, home.Text);
            }
        }
    }

    private static string Home(TypeReference type, ApiList? surface) => surface is null ? TypeNames.AssemblyOf(type) : Unknown;
}
