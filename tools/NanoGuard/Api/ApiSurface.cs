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

    /// <summary>The surface for the assemblies that use it: what is internal as well, where it names one of them as its friend.</summary>
    internal static IReadOnlyList<string> PrintFor(string assemblyPath, IReadOnlySet<string> users)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(assemblyPath, new ReaderParameters { InMemory = true });
        var isFriend = assembly.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "InternalsVisibleToAttribute"
            && attribute.ConstructorArguments is [{ Value: string friend }] && users.Contains(friend.Split(',')[0].Trim()));
        var printer = new MemberPrinter(TypeNames.Plain);
        var types = isFriend ? assembly.MainModule.GetTypes().Where(type => !type.IsNestedPrivate) : VisibleTypes(assembly);
        var lines = types.SelectMany(type => (IEnumerable<string>)[printer.Type(type), .. isFriend ? FriendMembers(type, printer) : Members(type, printer)]);

        // Without the values of constants: nobody refers to them, and a text can hold anything.
        return [.. lines.Select(line => line.Split(" = ")[0])];
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

    private static IEnumerable<string> FriendMembers(TypeDefinition type, MemberPrinter printer) => MemberPrinter.IsDelegate(type)
        ? Members(type, printer)
        : type.Fields.Where(field => !field.IsPrivate && !field.IsSpecialName).Select(printer.Field).Concat(type.Methods.Where(method => !method.IsPrivate).Select(printer.Method));

    private static IEnumerable<string> Members(TypeDefinition type, MemberPrinter printer) =>
        VisibleFields(type).Select(printer.Field).Concat(VisibleMethods(type).Select(printer.Method));

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);

    private static bool IsVisible(TypeDefinition type) => type.DeclaringType is null
        ? type.IsPublic
        : (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamilyOrAssembly) && IsVisible(type.DeclaringType);
}
