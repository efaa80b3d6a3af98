using Mono.Cecil;
using NanoGuard.Api;

namespace NanoGuard.Stubs;

/// <summary>The types of a list as empty definitions, one assembly a heading, and how a name in a line becomes a reference.</summary>
internal sealed class StubTypes
{
    private readonly Dictionary<string, AssemblyDefinition> assemblies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeDefinition> own = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TypeDefinition> core;
    private readonly AssemblyNameReference coreName;
    private readonly AssemblyDefinition coreAssembly;

    public StubTypes(ApiList list, ModuleDefinition coreLibrary)
    {
        coreName = coreLibrary.Assembly.Name;
        coreAssembly = coreLibrary.Assembly;
        core = coreLibrary.GetTypes().ToDictionary(TypeNames.Plain.Of, StringComparer.Ordinal);
        var lines = list.Types.Where(line => line.Assembly != coreName.Name).ToList();
        foreach (var line in lines.OrderBy(line => line.FullName.Length))
        {
            Declare(line, list);
        }

        foreach (var line in lines)
        {
            AddBases(line);
        }
    }

    public IEnumerable<AssemblyDefinition> Assemblies => assemblies.Values;

    /// <summary>The definition of a stubbed type, or null.</summary>
    public TypeDefinition? Find(string name) => own.GetValueOrDefault(name);

    /// <summary>A reference to a core library type from within a module.</summary>
    public TypeReference Core(string name, ModuleDefinition module) =>
        Reference(name, module) ?? throw new FormatException($"the core library has no {name}");

    /// <summary>A reference to a core library type's constructor, for attributes.</summary>
    public MethodReference CoreConstructor(string name, ModuleDefinition module, params IEnumerable<string> parameters)
    {
        var constructor = new MethodReference(".ctor", Core("System.Void", module), Core(name, module)) { HasThis = true };
        foreach (var parameter in parameters)
        {
            constructor.Parameters.Add(new ParameterDefinition(Core(parameter, module)));
        }

        return constructor;
    }

    /// <summary>A reference to the type that a line names, or null when nobody declares it.</summary>
    public TypeReference? Reference(string name, ModuleDefinition module)
    {
        if (name.EndsWith('&'))
        {
            return Reference(name[..^1], module) is { } element ? new ByReferenceType(element) : null;
        }

        if (name.EndsWith("[]", StringComparison.Ordinal))
        {
            return Reference(name[..^2], module) is { } element ? new ArrayType(element) : null;
        }

        return own.TryGetValue(name, out var stub) ? module.ImportReference(stub)
            : core.TryGetValue(name, out var known) ? module.ImportReference(known) : null;
    }

    private void Declare(ApiTypeLine line, ApiList list)
    {
        var module = Assembly(line.Assembly).MainModule;
        var dot = line.FullName.LastIndexOf('.');
        var outer = dot < 0 ? null : Find(line.FullName[..dot]);
        var name = line.FullName[(dot + 1)..];
        var type = new TypeDefinition(outer is null && dot > 0 ? line.FullName[..dot] : string.Empty, name, Attributes(line.Kind) | (outer is null ? TypeAttributes.Public : TypeAttributes.NestedPublic));
        type.BaseType = line.Kind switch
        {
            "interface" => null,
            "struct" => Core("System.ValueType", module),
            "enum" => Core("System.Enum", module),
            "delegate" => Core("System.MulticastDelegate", module),
            _ => Core("System.Object", module),
        };
        if (outer is null)
        {
            module.Types.Add(type);
        }
        else
        {
            outer.NestedTypes.Add(type);
        }

        own.Add(line.FullName, type);
        AddHidden(type, line, list);
    }

    /// <summary>What a surface does not show and a compiler asks for: an enum's number, something in a struct (or it would count as assigned).</summary>
    private void AddHidden(TypeDefinition type, ApiTypeLine line, ApiList list)
    {
        if (line.Kind == "enum")
        {
            var number = Core(StubConstants.EnumNumber(list.Members.Where(member => member.Type == line.FullName).Select(member => member.Text)), type.Module);
            type.Fields.Add(new FieldDefinition("value__", FieldAttributes.Public | FieldAttributes.SpecialName | FieldAttributes.RTSpecialName, number));
        }
        else if (line.Kind == "struct")
        {
            type.Fields.Add(new FieldDefinition("unseen", FieldAttributes.Private, Core("System.Int32", type.Module)));
        }
    }

    private void AddBases(ApiTypeLine line)
    {
        var type = own[line.FullName];
        foreach (var name in line.Bases)
        {
            var reference = Reference(name, type.Module) ?? throw new FormatException($"{line.FullName} has the base {name}, which has no type line");
            var isInterface = own.TryGetValue(name, out var stub) ? stub.IsInterface : core[name].IsInterface;
            if (isInterface)
            {
                type.Interfaces.Add(new InterfaceImplementation(reference));
            }
            else
            {
                type.BaseType = reference;
                if (name == "System.Attribute")
                {
                    AllowAnywhere(type);
                }
            }
        }
    }

    /// <summary>Surfaces do not print where an attribute may stand: a stub's may stand anywhere, any number of times.</summary>
    private void AllowAnywhere(TypeDefinition attribute)
    {
        var constructor = CoreConstructor("System.AttributeUsageAttribute", attribute.Module, "System.AttributeTargets");
        constructor.Parameters[0].ParameterType.IsValueType = true;
        var boolean = Core("System.Boolean", attribute.Module);
        attribute.CustomAttributes.Add(new CustomAttribute(constructor)
        {
            ConstructorArguments = { new CustomAttributeArgument(constructor.Parameters[0].ParameterType, (int)AttributeTargets.All) },
            Properties = { new CustomAttributeNamedArgument("AllowMultiple", new CustomAttributeArgument(boolean, true)) },
        });
    }

    private AssemblyDefinition Assembly(string name)
    {
        if (!assemblies.TryGetValue(name, out var assembly))
        {
            assembly = AssemblyDefinition.CreateAssembly(new AssemblyNameDefinition(name, new Version(1, 0)), name, new ModuleParameters { Kind = ModuleKind.Dll, AssemblyResolver = new StubResolver(coreAssembly, assemblies) });
            assembly.MainModule.AssemblyReferences.Add(new AssemblyNameReference(coreName.Name, coreName.Version) { PublicKeyToken = coreName.PublicKeyToken });
            assemblies.Add(name, assembly);
        }

        return assembly;
    }

    private static TypeAttributes Attributes(string kind) => kind switch
    {
        "interface" => TypeAttributes.Interface | TypeAttributes.Abstract,
        "struct" => TypeAttributes.Sealed | TypeAttributes.SequentialLayout | TypeAttributes.BeforeFieldInit,
        "enum" or "sealed class" or "delegate" => TypeAttributes.Sealed,
        "abstract class" => TypeAttributes.Abstract,
        "static class" => TypeAttributes.Abstract | TypeAttributes.Sealed,
        _ => TypeAttributes.Class,
    };
}
