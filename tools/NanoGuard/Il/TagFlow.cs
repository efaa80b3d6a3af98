using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoGuard.Il;

/// <summary>
/// What flows between methods: the interpreter hands over arguments and returned values with the tags they have. How large they are is
/// known where every caller is at hand.
/// </summary>
internal sealed class TagFlow
{
    // From here on bounds that still grow are given up: recursion may count.
    private const int Patience = 8;

    private readonly CheckedCode code;
    private readonly HashSet<MethodDefinition> pointedTo;
    private readonly Dictionary<(MethodDefinition Method, int Parameter), Slot> arguments = [];
    private readonly Dictionary<MethodDefinition, Slot> returns = [];
    private readonly Dictionary<MethodDefinition, List<MethodDefinition>> targets = [];
    private int rounds;
    private bool isAllReached;

    public TagFlow(CheckedCode code)
    {
        this.code = code;
        pointedTo = [.. code.Types.SelectMany(type => type.Methods).Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions)
            .Where(instruction => instruction.OpCode.Code is Code.Ldftn or Code.Ldvirtftn)
            .Select(instruction => CheckedCode.Resolve((MethodReference)instruction.Operand)).OfType<MethodDefinition>()];
    }

    /// <summary>True when something was learnt since the last <see cref="Next"/>.</summary>
    public bool Changed { get; private set; } = true;

    /// <summary>Begins another round through all methods.</summary>
    public void Next()
    {
        Changed = false;
        rounds++;
    }

    /// <summary>Whether a call of the method was seen, or cannot be seen: before that nothing is known of its arguments.</summary>
    public bool IsReached(MethodDefinition method) =>
        isAllReached || method.Parameters.Count == 0 || !IsClosed(method) || arguments.ContainsKey((method, 0));

    /// <summary>From here on methods count that nobody calls: they are checked like the others.</summary>
    public void ReachAll() => isAllReached = Changed = true;

    /// <summary>A parameter as it may arrive.</summary>
    public Slot Argument(MethodDefinition method, ParameterDefinition parameter)
    {
        var own = Slot.Of(parameter.ParameterType);
        if (!arguments.TryGetValue((method, parameter.Index), out var passed))
        {
            return own;
        }

        var joined = own.Bits == UnsignedBits.None
            ? own with { Bits = passed.Bits, TaggedMax = passed.TaggedMax }
            : own with { Bits = own.Bits | passed.Bits };
        return IsClosed(method) ? joined.AtMost(passed.Max) : joined;
    }

    /// <summary>A call: what is passed is kept, what comes back is told.</summary>
    public Slot Call(MethodReference reference, IReadOnlyList<Slot> passed)
    {
        var result = Slot.Of(reference.ReturnType);
        var found = Targets(reference);
        foreach (var target in found)
        {
            for (var i = 0; i < passed.Count; i++)
            {
                Learn(arguments, (target, i), passed[i]);
            }
        }

        var known = found.Where(returns.ContainsKey).Select(target => returns[target]).ToList();
        if (known.Count == 0)
        {
            return result;
        }

        var joined = known.Aggregate((a, b) => a.Join(b));
        result = result.Bits == UnsignedBits.None
            ? result with { Bits = joined.Bits, TaggedMax = joined.TaggedMax }
            : result with { Bits = result.Bits | joined.Bits };
        return found.TrueForAll(target => target.HasBody) ? result.AtMost(joined.Max) : result;
    }

    /// <summary>A value that a method returns.</summary>
    public void Return(MethodDefinition method, Slot value) => Learn(returns, method, value);

    private void Learn<TKey>(Dictionary<TKey, Slot> known, TKey key, Slot value)
        where TKey : notnull
    {
        var plain = (value with { Type = null, Constant = null }).Widened();
        var before = known.GetValueOrDefault(key);
        var after = before is null ? plain : before.Join(plain);
        if (after == before)
        {
            return;
        }

        known[key] = rounds < Patience ? after : after with { Max = Bounds.None, TaggedMax = Bounds.None };
        Changed |= known[key] != before;
    }

    // Nobody outside of the checked code can call it, and no delegate.
    private bool IsClosed(MethodDefinition method) =>
        !method.IsVirtual && !pointedTo.Contains(method) && (method.IsPrivate || method.IsAssembly || method.IsFamilyAndAssembly);

    // A virtual call may reach every own method of that name and parameters: coarse, but never too little.
    private List<MethodDefinition> Targets(MethodReference reference)
    {
        if (!code.IsOwn(reference.DeclaringType) || CheckedCode.Resolve(reference) is not { } definition)
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
