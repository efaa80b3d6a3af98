using Mono.Cecil;
using NanoGuard.Api;

namespace NanoGuard;

/// <summary>Compares one type of a virtual board with the real one.</summary>
internal sealed class SurfaceComparer(ApiList real, MemberPrinter printer, TypeNames names, SurfaceOptions options)
{
    public IEnumerable<SurfaceDifference> Compare(TypeDefinition type)
    {
        var name = names.Of(type);
        if (!real.KnowsType(name))
        {
            return [new SurfaceDifference(printer.Type(type), "the real assemblies have no such type", [])];
        }

        return Head(type, name)
            .Concat(ApiSurface.VisibleFields(type).Where(f => !SurfaceCheck.IsHostOnly(f, options)).SelectMany(f => Line(printer.Field(f), name)))
            .Concat(Methods(type).SelectMany(m => Line(printer.Method(m), name).Concat(Defaults(m))));
    }

    // A property's or event's mark counts for its accessors.
    private IEnumerable<MethodDefinition> Methods(TypeDefinition type)
    {
        var hidden = type.Properties.Where(p => SurfaceCheck.IsHostOnly(p, options)).SelectMany(p => new[] { p.GetMethod, p.SetMethod })
            .Concat(type.Events.Where(e => SurfaceCheck.IsHostOnly(e, options)).SelectMany(e => new[] { e.AddMethod, e.RemoveMethod }))
            .ToHashSet();
        return ApiSurface.VisibleMethods(type).Where(m => !hidden.Contains(m) && !SurfaceCheck.IsHostOnly(m, options));
    }

    private IEnumerable<SurfaceDifference> Head(TypeDefinition type, string name)
    {
        if (real.FindType(name) is not { } line)
        {
            yield break;
        }

        var offered = ApiTypeLine.Parse(printer.Type(type), string.Empty);
        if (offered.Kind != line.Kind)
        {
            yield return new SurfaceDifference(offered.Text, "the real type is of another kind", [line.Text]);
        }

        foreach (var extra in offered.Bases.Except(line.Bases))
        {
            yield return new SurfaceDifference(offered.Text, $"the real type is no {extra}", [line.Text]);
        }
    }

    private IEnumerable<SurfaceDifference> Line(string text, string type)
    {
        var offered = ApiLine.TryParse(text, string.Empty)!;
        var found = real.FindMember(offered.Key);
        if (found?.Text == text || (found is not null && found.Type != type && Modifiers(found.Text) == Modifiers(text)))
        {
            yield break;
        }

        var near = real.Members.Where(m => m.Type == type && SameName(m.Text, text)).Select(m => m.Text).ToList();
        yield return new SurfaceDifference(text, found is null ? "the real type has no such member" : "the real member has another modifier or value", near);
    }

    private IEnumerable<SurfaceDifference> Defaults(MethodDefinition method)
    {
        var text = printer.Method(method);
        var known = options.Defaults.For(ApiLine.TryParse(text, string.Empty)!.Key);
        foreach (var parameter in method.Parameters)
        {
            var offered = parameter.IsOptional ? Default(parameter) : null;
            var expected = known.GetValueOrDefault(parameter.Name);
            if (offered != expected)
            {
                yield return new SurfaceDifference(
                    text,
                    $"parameter {parameter.Name} {(offered is null ? "has no default" : $"defaults to {offered}")}, the real one {(expected is null ? "has none that the table of defaults knows" : $"to {expected}")}",
                    []);
            }
        }

        foreach (var missing in known.Keys.Except(method.Parameters.Select(p => p.Name)))
        {
            yield return new SurfaceDifference(text, $"the real member has an optional parameter called {missing}", []);
        }
    }

    private static string Default(ParameterDefinition parameter) => parameter switch
    {
        { HasConstant: true, Constant: null } when parameter.ParameterType.IsValueType => "default",
        { HasConstant: false } => "default",
        _ => MemberPrinter.Constant(parameter.Constant),
    };

    private static string Modifiers(string line) => line[line.IndexOf(" : ", StringComparison.Ordinal)..];

    private static bool SameName(string a, string b) => NameOf(a) == NameOf(b);

    private static string NameOf(string line)
    {
        var rest = line[(line.IndexOf("::", StringComparison.Ordinal) + 2)..];
        return rest[..rest.IndexOfAny(['(', ' '])];
    }
}
