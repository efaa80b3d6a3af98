using System.Collections.Concurrent;
using System.Reflection;
using Mono.Cecil;

namespace NanoBoard.Guests.Rewriting;

/// <summary>Members as text, the same for a guest's reference (after its types are mapped) and for what stands for it: <c>Type::Name(A,B) R</c>.</summary>
internal static class Signatures
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    private static readonly ConcurrentDictionary<Type, HashSet<string>> s_members = new();

    /// <summary>The type has the member, visible to a program or to a class derived from it.</summary>
    public static bool Has(Type type, string member) => s_members.GetOrAdd(type, MembersOf).Contains(member);

    /// <summary>Name, parameters and result of a guest's method reference.</summary>
    public static string Of(MethodReference method) => $"{WithoutResult(method)} {(method.HasThis ? "" : "static ")}{Of(method.ReturnType)}";

    /// <summary>Name and parameters of a guest's method reference.</summary>
    public static string WithoutResult(MethodReference method) => $"{method.Name}({string.Join(',', method.Parameters.Select(parameter => Of(parameter.ParameterType)))})";

    /// <summary>Name and type of a guest's field reference.</summary>
    public static string Of(FieldReference field) => $"{field.Name} {Of(field.FieldType)}";

    /// <summary>The plain type inside arrays, by-references and modifiers.</summary>
    public static TypeReference Element(TypeReference type) => type is TypeSpecification { ElementType: { } element } ? Element(element) : type;

    private static string Of(TypeReference type) => type switch
    {
        ByReferenceType reference => Of(reference.ElementType) + "&",
        Mono.Cecil.ArrayType { IsVector: true } array => Of(array.ElementType) + "[]",
        IModifierType modified => Of(modified.ElementType),
        _ => Platform.Find(type)?.FullName ?? type.FullName,
    };

    private static string Of(Type type) => type.IsByRef ? Of(type.GetElementType()!) + "&"
        : type.IsSZArray ? Of(type.GetElementType()!) + "[]"
        : type.FullName ?? type.Name;

    private static HashSet<string> MembersOf(Type type)
    {
        IEnumerable<string> methods = type.GetMethods(All).Where(IsVisible).Select(method => $"{Of(method)} {(method.IsStatic ? "static " : "")}{Of(method.ReturnType)}");
        IEnumerable<string> constructors = type.GetConstructors(All).Where(IsVisible).Select(constructor => Of(constructor) + " System.Void");
        IEnumerable<string> fields = type.GetFields(All).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly).Select(field => $"{field.Name} {Of(field.FieldType)}");
        IEnumerable<string> inherited = type.IsInterface ? [] : type.BaseType is { } parent ? MembersOf(parent).Where(member => !member.StartsWith(".ctor", StringComparison.Ordinal)) : [];
        return [.. methods, .. constructors, .. fields, .. inherited];
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Of(MethodBase method) => $"{method.Name}({string.Join(',', method.GetParameters().Select(parameter => Of(parameter.ParameterType)))})";
}
