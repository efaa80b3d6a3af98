using Mono.Cecil;

namespace NanoGuard.Api;

/// <summary>Names of Cecil's types in the style of the surface files: nested types with a dot, prefixes of a virtual board taken off.</summary>
internal sealed class TypeNames(IReadOnlyList<string> prefixes, IReadOnlySet<string> ownAssemblies)
{
    /// <summary>Names for printing an assembly as it is.</summary>
    public static TypeNames Plain { get; } = new([], new HashSet<string>());

    /// <summary>The name of a type reference, with array, by-reference and pointer marks.</summary>
    public string Of(TypeReference type) => type switch
    {
        ByReferenceType byRef => Of(byRef.ElementType) + "&",
        PointerType pointer => Of(pointer.ElementType) + "*",
        ArrayType array => Of(array.ElementType) + "[" + new string(',', array.Rank - 1) + "]",
        IModifierType modified => Of(modified.ElementType),
        PinnedType pinned => Of(pinned.ElementType),
        GenericInstanceType generic => $"{Of(generic.ElementType)}<{string.Join(", ", generic.GenericArguments.Select(Of))}>",
        GenericParameter parameter => parameter.Name,
        FunctionPointerType => "function pointer",
        { DeclaringType: { } outer } => $"{Of(outer)}.{type.Name}",
        _ => Plainly(type),
    };

    private string Plainly(TypeReference type)
    {
        var name = type.FullName;
        if (ownAssemblies.Contains(AssemblyOf(type)))
        {
            return name;
        }

        var prefix = prefixes.FirstOrDefault(p => name.StartsWith(p, StringComparison.Ordinal));
        return prefix is null ? name : name[prefix.Length..];
    }

    /// <summary>Simple name of the assembly that a type reference points to.</summary>
    public static string AssemblyOf(TypeReference type) => type.GetElementType().Scope switch
    {
        AssemblyNameReference assembly => assembly.Name,
        ModuleDefinition module => module.Assembly.Name.Name,
        _ => string.Empty,
    };
}
