using Mono.Cecil;

namespace NanoGuard.Stubs;

/// <summary>
/// Names and defaults of parameters, which lists do not hold, from an assembly that has the same members: a desktop double of nanoFramework's types, with its types as they are called there or
/// under <c>Nano.</c>
/// </summary>
internal sealed class StubNames
{
    private const string Doubled = "Nano.";

    private readonly Dictionary<string, MethodDefinition> known = new(StringComparer.Ordinal);

    /// <summary>Reads an assembly.</summary>
    /// <param name="path">The assembly; null: nothing is known.</param>
    public StubNames(string? path)
    {
        if (path is null)
        {
            return;
        }

        ModuleDefinition module = ModuleDefinition.ReadModule(path, new ReaderParameters { InMemory = true });
        foreach (var method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.IsPublic || method.IsFamily))
        {
            known.TryAdd(Key(method), method);
        }
    }

    /// <summary>Gives a member the names and defaults of its double, if there is one.</summary>
    public void Apply(MethodDefinition stub)
    {
        if (!known.TryGetValue(Key(stub), out var twin))
        {
            return;
        }

        foreach (var (parameter, named) in stub.Parameters.Zip(twin.Parameters))
        {
            parameter.Name = named.Name;
            parameter.IsOptional = named.IsOptional;
            if (named.HasConstant)
            {
                parameter.HasDefault = true;
                parameter.Constant = named.Constant;
            }
        }
    }

    private static string Key(MethodDefinition method) =>
        $"{Plain(method.DeclaringType)}::{method.Name}({string.Join(',', method.Parameters.Select(parameter => Plain(parameter.ParameterType)))})";

    private static string Plain(TypeReference type) => type.FullName.StartsWith(Doubled, StringComparison.Ordinal) ? type.FullName[Doubled.Length..] : type.FullName;
}
