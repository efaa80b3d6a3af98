using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoGuard.Il;

/// <summary>What flows between methods: the interpreter hands over arguments and returned values with the tags they have.</summary>
internal sealed class TagFlow(CheckedCode code)
{
    private readonly Dictionary<(MethodDefinition Method, int Parameter), UnsignedBits> arguments = [];
    private readonly Dictionary<MethodDefinition, UnsignedBits> returns = [];
    private readonly Dictionary<MethodDefinition, List<MethodDefinition>> targets = [];

    /// <summary>True when something was learnt since it was last set to false.</summary>
    public bool Changed { get; set; }

    public Slot Argument(MethodDefinition method, ParameterDefinition parameter)
    {
        var own = Slot.Of(parameter.ParameterType);
        return own with { Bits = own.Bits | arguments.GetValueOrDefault((method, parameter.Index)) };
    }

    public Slot Call(MethodReference reference, IReadOnlyList<Slot> passed)
    {
        var result = Slot.Of(reference.ReturnType);
        foreach (var target in Targets(reference))
        {
            for (var i = 0; i < passed.Count; i++)
            {
                var bits = arguments.GetValueOrDefault((target, i));
                if ((bits | passed[i].Bits) != bits)
                {
                    arguments[(target, i)] = bits | passed[i].Bits;
                    Changed = true;
                }
            }

            result = result with { Bits = result.Bits | returns.GetValueOrDefault(target) };
        }

        return result;
    }

    public void Return(MethodDefinition method, Slot value)
    {
        var bits = returns.GetValueOrDefault(method);
        if ((bits | value.Bits) != bits)
        {
            returns[method] = bits | value.Bits;
            Changed = true;
        }
    }

    // A virtual call may reach every own method of that name and parameters: coarse, but never too little.
    private List<MethodDefinition> Targets(MethodReference reference)
    {
        if (!code.IsOwn(reference.DeclaringType) || reference.Resolve() is not { } definition)
        {
            return [];
        }

        if (!targets.TryGetValue(definition, out var found))
        {
            found = definition.IsVirtual
                ? [.. code.Types.SelectMany(t => t.Methods).Where(m => m.IsVirtual && SameShape(m, definition))]
                : [definition];
            targets[definition] = found;
        }

        return found;
    }

    private static bool SameShape(MethodDefinition a, MethodDefinition b) =>
        (a.Name == b.Name || a.Name.EndsWith('.' + b.Name, StringComparison.Ordinal))
        && a.Parameters.Select(p => p.ParameterType.FullName).SequenceEqual(b.Parameters.Select(p => p.ParameterType.FullName));
}
