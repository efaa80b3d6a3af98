using System.Globalization;
using Mono.Cecil;

namespace NanoGuard.Api;

/// <summary>Prints Cecil's types and members as lines of a surface file.</summary>
internal sealed class MemberPrinter(TypeNames names)
{
    public string Type(TypeDefinition type)
    {
        var bases = new List<string>();
        if (type is { IsClass: true, IsValueType: false, BaseType: { } parent } && !IsDelegate(type) && parent.FullName != "System.Object")
        {
            bases.Add(names.Of(parent));
        }

        if (!type.IsEnum && !IsDelegate(type))
        {
            bases.AddRange(type.Interfaces.Select(i => names.Of(i.InterfaceType)));
        }

        var line = $"{names.Of(type)} | {Kind(type)}";
        return bases.Count == 0 ? line : $"{line} : {string.Join(", ", bases)}";
    }

    public string Method(MethodDefinition method)
    {
        var parameters = method.Parameters.Select(p =>
            IsDelegate(method.DeclaringType) ? $"{names.Of(p.ParameterType)} {p.Name}" : names.Of(p.ParameterType));
        var modifier = method.IsStatic ? "static " : method.IsAbstract ? "abstract " : method.IsVirtual && !IsDelegate(method.DeclaringType) ? "virtual " : string.Empty;
        return $"{names.Of(method.DeclaringType)}::{method.Name}({string.Join(", ", parameters)}) : {modifier}{names.Of(method.ReturnType)}";
    }

    public string Field(FieldDefinition field)
    {
        var head = $"{names.Of(field.DeclaringType)}::{field.Name} : ";
        if (!field.HasConstant)
        {
            return head + (field.IsStatic ? "static " : string.Empty) + names.Of(field.FieldType);
        }

        var modifier = field.DeclaringType.IsEnum ? string.Empty : "const ";
        return $"{head}{modifier}{names.Of(field.FieldType)} = {Constant(field.Constant)}";
    }

    /// <summary>The key of a reference: what <see cref="ApiLine.Key"/> is for a line.</summary>
    public string Key(MethodReference method)
    {
        var element = method.GetElementMethod();
        var modifier = element.HasThis ? string.Empty : "static ";
        var parameters = string.Join(", ", element.Parameters.Select(p => names.Of(p.ParameterType)));
        return $"{names.Of(element.DeclaringType)}::{element.Name}({parameters}) : {modifier}{names.Of(element.ReturnType)}";
    }

    /// <summary>The key of a field reference; only the instruction knows whether the field is static.</summary>
    public string Key(FieldReference field, bool isStatic) =>
        $"{names.Of(field.DeclaringType)}::{field.Name} : {(isStatic ? "static " : string.Empty)}{names.Of(field.FieldType)}";

    public static bool IsDelegate(TypeDefinition type) => type.BaseType?.FullName is "System.MulticastDelegate" or "System.Delegate"
        && type.FullName != "System.MulticastDelegate";

    private static string Kind(TypeDefinition type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        _ when IsDelegate(type) => "delegate",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    public static string Constant(object? value) => value switch
    {
        null => "null",
        char c when c is <= ' ' or > '~' => $"\\u{(int)c:x4}",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "null",
    };
}
