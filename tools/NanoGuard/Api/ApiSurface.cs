using Mono.Cecil;

namespace NanoGuard.Api;

/// <summary>Prints the public and protected members of an assembly as a surface file.</summary>
public static class ApiSurface
{
    /// <summary>The lines of an assembly's surface: type lines at the margin, member lines two blanks in.</summary>
    /// <param name="assemblyPath">A compiled assembly; it is read, never loaded.</param>
    /// <returns>Lines in the order of the outer types' names; nested types and members in the order of their declaration.</returns>
    public static IReadOnlyList<string> Print(string assemblyPath)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(assemblyPath);
        var printer = new MemberPrinter(TypeNames.Plain);
        return [.. VisibleTypes(assembly).SelectMany(type => (string[])[printer.Type(type), .. Members(type, printer).Select(line => "  " + line)])];
    }

    internal static IEnumerable<TypeDefinition> VisibleTypes(AssemblyDefinition assembly) =>
        assembly.Modules.SelectMany(module => module.Types)
            .OrderBy(TypeNames.Plain.Of, StringComparer.OrdinalIgnoreCase)
            .SelectMany(WithNested).Where(IsVisible);

    internal static IEnumerable<FieldDefinition> VisibleFields(TypeDefinition type) => MemberPrinter.IsDelegate(type)
        ? []
        : type.Fields.Where(f => (f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly) && !f.IsSpecialName);

    internal static IEnumerable<MethodDefinition> VisibleMethods(TypeDefinition type) => MemberPrinter.IsDelegate(type)
        ? type.Methods.Where(m => m.Name == "Invoke")
        : type.Methods.Where(m => m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly);

    private static IEnumerable<string> Members(TypeDefinition type, MemberPrinter printer) =>
        VisibleFields(type).Select(printer.Field).Concat(VisibleMethods(type).Select(printer.Method));

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);

    private static bool IsVisible(TypeDefinition type) => type.DeclaringType is null
        ? type.IsPublic
        : (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamilyOrAssembly) && IsVisible(type.DeclaringType);
}
