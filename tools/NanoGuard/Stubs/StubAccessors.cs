using Mono.Cecil;

namespace NanoGuard.Stubs;

/// <summary>C# reaches get_X, set_X, add_X and remove_X only through a property or an event.</summary>
internal static class StubAccessors
{
    private static readonly string[] Prefixes = ["get_", "set_", "add_", "remove_"];

    public static bool IsAccessor(string method) => Array.Exists(Prefixes, prefix => method.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Attaches an accessor to its property or event; other methods stay as they are.</summary>
    public static void Attach(MethodDefinition method, StubTypes types)
    {
        if (!IsAccessor(method.Name))
        {
            return;
        }

        var split = method.Name.IndexOf('_', StringComparison.Ordinal);
        var (prefix, name) = (method.Name[..split], method.Name[(split + 1)..]);
        switch (prefix)
        {
            case "get":
                Property(method, name, method.ReturnType, method.Parameters.Count, types).GetMethod = method;
                break;
            case "set":
                Property(method, name, method.Parameters[^1].ParameterType, method.Parameters.Count - 1, types).SetMethod = method;
                break;
            case "add":
                Event(method, name).AddMethod = method;
                break;
            default:
                Event(method, name).RemoveMethod = method;
                break;
        }
    }

    private static PropertyDefinition Property(MethodDefinition method, string name, TypeReference type, int indexes, StubTypes types)
    {
        var owner = method.DeclaringType;
        var property = owner.Properties.FirstOrDefault(p => p.Name == name && p.PropertyType.FullName == type.FullName);
        if (property is null)
        {
            property = new PropertyDefinition(name, PropertyAttributes.None, type);
            owner.Properties.Add(property);
            if (indexes > 0)
            {
                MarkIndexer(owner, name, types);
            }
        }

        return property;
    }

    /// <summary>Only the property that this attribute names is an indexer to C#.</summary>
    private static void MarkIndexer(TypeDefinition owner, string name, StubTypes types)
    {
        if (owner.CustomAttributes.Any(a => a.AttributeType.Name == "DefaultMemberAttribute"))
        {
            return;
        }

        var constructor = types.CoreConstructor("System.Reflection.DefaultMemberAttribute", owner.Module, "System.String");
        owner.CustomAttributes.Add(new CustomAttribute(constructor) { ConstructorArguments = { new CustomAttributeArgument(constructor.Parameters[0].ParameterType, name) } });
    }

    private static EventDefinition Event(MethodDefinition method, string name)
    {
        var owner = method.DeclaringType;
        var found = owner.Events.FirstOrDefault(e => e.Name == name);
        if (found is null)
        {
            found = new EventDefinition(name, EventAttributes.None, method.Parameters[0].ParameterType);
            owner.Events.Add(found);
        }

        return found;
    }
}
