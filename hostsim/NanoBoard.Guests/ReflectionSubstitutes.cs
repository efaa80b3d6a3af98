using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using NanoBoard.Guests.Rewriting;

namespace NanoBoard.Guests;

/// <summary>
/// What rewritten programs call to use what reflection found: members of their own types, and of nanoFramework's types those that they could use by name. Not for use by hand.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ReflectionSubstitutes
{
    private const string Doubled = "Nano.";

    /// <summary>What the method throws comes out as it is.</summary>
    /// <exception cref="NotSupportedException">The program may not use the method.</exception>
    [Replaces("System.Reflection.MethodBase::Invoke(System.Object,System.Object[])")]
    public static object? Invoke(MethodBase method, object? target, object?[]? arguments) =>
        Allowed(method).Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, CultureInfo.InvariantCulture);

    /// <summary>What the constructor throws comes out as it is.</summary>
    /// <exception cref="NotSupportedException">The program may not use the constructor.</exception>
    [Replaces("System.Reflection.ConstructorInfo::Invoke(System.Object[])")]
    public static object Invoke(ConstructorInfo constructor, object?[]? arguments) =>
        Allowed(constructor).Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, CultureInfo.InvariantCulture);

    /// <exception cref="NotSupportedException">The program may not use the field.</exception>
    [Replaces("System.Reflection.FieldInfo::GetValue(System.Object)")]
    public static object? GetValue(FieldInfo field, object? target) => Allowed(field).GetValue(target);

    /// <exception cref="NotSupportedException">The program may not use the field.</exception>
    [Replaces("System.Reflection.FieldInfo::SetValue(System.Object,System.Object)")]
    public static void SetValue(FieldInfo field, object? target, object? value) => Allowed(field).SetValue(target, value);

    /// <summary>The board's types have the names that they have on the device.</summary>
    [Replaces("System.Type::get_FullName()")]
    public static string? FullName(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.FullName is { } name && name.StartsWith(Doubled, StringComparison.Ordinal) && type.Assembly == typeof(VirtualBoard).Assembly ? name[Doubled.Length..] : type.FullName;
    }

    /// <inheritdoc cref="FullName"/>
    [Replaces("System.Type::ToString()")]
    public static string? TypeToText(Type type) => FullName(type);

    /// <summary>A type of the program or of a library that came along, or what stands for one of the platform's.</summary>
    /// <returns>Null: there is none, or none that the board has.</returns>
    [Replaces("System.Type::GetType(System.String)")]
    public static Type? TypeByName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Assembly? caller = new StackTrace().GetFrames().Select(frame => frame.GetMethod()?.Module.Assembly).FirstOrDefault(assembly => assembly is { IsCollectible: true });
        IEnumerable<Assembly> own = caller is null ? [] : AssemblyLoadContext.GetLoadContext(caller)!.Assemblies;
        return own.Select(assembly => assembly.GetType(name)).FirstOrDefault(type => type is not null) ?? Platform.Find(name);
    }

    private static T Allowed<T>(T member)
        where T : MemberInfo
    {
        ArgumentNullException.ThrowIfNull(member);
        Type type = member.DeclaringType!;
        // Not what a type says of types: that would pass by the substitutes here.
        bool isAllowed = type.Assembly.IsCollectible || (type != typeof(Type) && IsPublic(member) && Platform.Offers(type, member.Name));
        return isAllowed ? member : throw new NotSupportedException($"{type.FullName}.{member.Name} is none that the virtual board has. Reflection reaches a program's own types, and what it could use by name.");
    }

    private static bool IsPublic(MemberInfo member) => member is MethodBase { IsPublic: true } or FieldInfo { IsPublic: true };
}
