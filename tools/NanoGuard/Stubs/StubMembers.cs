using Mono.Cecil;
using NanoGuard.Api;

namespace NanoGuard.Stubs;

/// <summary>Turns member lines into members without a body: methods with their properties and events, fields, constants.</summary>
internal sealed class StubMembers(StubTypes types, OptionalDefaults defaults, StubNames names)
{
    /// <summary>Adds a member to its type. False when the line names a type that nobody declares.</summary>
    public bool TryAdd(ApiLine line)
    {
        var type = types.Find(line.Type) ?? throw new FormatException($"{line.Type} has members and no type line: {line.Text}");
        var rest = line.Text[(line.Type.Length + 2)..];
        var colon = rest.IndexOf(" : ", StringComparison.Ordinal);
        var (name, words) = (rest[..colon], rest[(colon + 3)..]);
        var open = name.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? TryAddField(type, name, words) : TryAddMethod(type, name[..open], name[(open + 1)..^1], words, line.Key);
    }

    private bool TryAddField(TypeDefinition type, string name, string words)
    {
        var value = words.Split(" = ", 2);
        var isStatic = value[0].StartsWith("static ", StringComparison.Ordinal) || value.Length == 2;
        var typeName = value[0].Split(' ')[^1];
        if (types.Reference(typeName, type.Module) is not { } fieldType)
        {
            return false;
        }

        var field = new FieldDefinition(name, FieldAttributes.Public | (isStatic ? FieldAttributes.Static : 0), fieldType);
        if (value.Length == 2)
        {
            field.Attributes |= FieldAttributes.Literal | FieldAttributes.HasDefault;
            field.Constant = StubConstants.Parse(value[1], type.IsEnum ? type.Fields[0].FieldType.FullName : typeName);
        }

        type.Fields.Add(field);
        return true;
    }

    private bool TryAddMethod(TypeDefinition type, string name, string parameters, string words, string key)
    {
        var isDelegate = MemberPrinter.IsDelegate(type);
        var parts = parameters.Length == 0 ? [] : parameters.Split(", ");
        var pairs = parts.Select(part => ApiLine.WithoutModifier(part).Split(' ')).ToList();
        var parameterTypes = pairs.Select(pair => types.Reference(pair[0], type.Module)).ToList();
        var returned = types.Reference(words.Split(' ')[^1], type.Module);
        if (returned is null || parameterTypes.Contains(null))
        {
            return false;
        }

        var method = new MethodDefinition(name, Attributes(name, words) | (isDelegate ? MethodAttributes.Virtual | MethodAttributes.NewSlot : 0), returned)
        {
            // A body is nobody's business here; this form needs none.
            ImplAttributes = isDelegate ? MethodImplAttributes.Runtime : Implementation(words),
            HasThis = !words.StartsWith("static ", StringComparison.Ordinal),
        };
        var known = defaults.For(key);
        for (var i = 0; i < pairs.Count; i++)
        {
            var parameter = new ParameterDefinition(pairs[i].Length > 1 ? pairs[i][1] : $"p{i}", ParameterAttributes.None, parameterTypes[i]!);
            parameter.IsOut = parts[i].StartsWith("out ", StringComparison.Ordinal);
            method.Parameters.Add(parameter);
            if (parts[i].StartsWith("params ", StringComparison.Ordinal))
            {
                parameter.CustomAttributes.Add(new CustomAttribute(types.CoreConstructor("System.ParamArrayAttribute", type.Module)));
            }
        }

        StubConstants.SetDefaults(method, known);
        type.Methods.Add(method);
        names.Apply(method);
        if (isDelegate)
        {
            AddDelegateConstructor(type);
        }

        StubAccessors.Attach(method, types);
        return true;
    }

    private static MethodImplAttributes Implementation(string words) =>
        words.StartsWith("abstract ", StringComparison.Ordinal) ? MethodImplAttributes.IL : MethodImplAttributes.InternalCall;

    private void AddDelegateConstructor(TypeDefinition type)
    {
        var constructor = new MethodDefinition(".ctor", Attributes(".ctor", string.Empty), types.Core("System.Void", type.Module)) { ImplAttributes = MethodImplAttributes.Runtime };
        constructor.Parameters.Add(new ParameterDefinition("target", ParameterAttributes.None, types.Core("System.Object", type.Module)));
        constructor.Parameters.Add(new ParameterDefinition("method", ParameterAttributes.None, types.Core("System.IntPtr", type.Module)));
        type.Methods.Add(constructor);
    }

    private static MethodAttributes Attributes(string name, string words)
    {
        var attributes = MethodAttributes.Public | MethodAttributes.HideBySig;
        attributes |= words.Split(' ')[0] switch
        {
            "static" => MethodAttributes.Static,
            "virtual" => MethodAttributes.Virtual,
            "abstract" => MethodAttributes.Virtual | MethodAttributes.Abstract,
            _ => 0,
        };
        if (name is ".ctor" or ".cctor")
        {
            attributes |= MethodAttributes.RTSpecialName | MethodAttributes.SpecialName;
        }
        else if (name.StartsWith("op_", StringComparison.Ordinal) || StubAccessors.IsAccessor(name))
        {
            attributes |= MethodAttributes.SpecialName;
        }

        return attributes;
    }
}
