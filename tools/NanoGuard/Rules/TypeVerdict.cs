using Mono.Cecil;
using NanoGuard.Api;
using NanoGuard.Il;

namespace NanoGuard.Rules;

/// <summary>Judges a type by its name and shape: the special cases first, then the list.</summary>
internal sealed class TypeVerdict(CheckedCode code, ApiList list, GuardOptions options)
{
    // mscorlib 1.17, all of them; System.IO.IOException stands in the same assembly.
    private static readonly HashSet<string> DeviceExceptions =
    [
        "System.AppDomainUnloadedException", "System.ApplicationException", "System.ArgumentException", "System.ArgumentNullException",
        "System.ArgumentOutOfRangeException", "System.Exception", "System.FormatException", "System.IndexOutOfRangeException",
        "System.InvalidCastException", "System.InvalidOperationException", "System.IO.IOException", "System.NotImplementedException",
        "System.NotSupportedException", "System.NullReferenceException", "System.ObjectDisposedException", "System.OutOfMemoryException",
        "System.PlatformNotSupportedException", "System.SystemException", "System.Threading.ThreadAbortException", "System.TimeoutException",
    ];

    private static readonly HashSet<string> GenericDelegates = ["Func", "Action", "Predicate", "Comparison", "Converter", "EventHandler"];

    /// <summary>The fault of a type used anywhere, or null when it may be used.</summary>
    public Verdict? Of(TypeReference type)
    {
        if (Special(type) is { } special)
        {
            return special;
        }

        var element = Unwrap(type);
        if (element is GenericParameter || code.IsOwn(element))
        {
            return null;
        }

        var name = code.Names.Of(element);
        if (element is GenericInstanceType)
        {
            return new Verdict(RuleSet.GenericUse, name);
        }

        if (BuiltIns.HasType(name) || list.KnowsType(name))
        {
            return null;
        }

        return new Verdict(IsMissingException(element, name) ? RuleSet.MissingException : RuleSet.ApiNotListed, name);
    }

    /// <summary>The fault of a type that has a rule of its own, whatever the list says; null for all others.</summary>
    public Verdict? Special(TypeReference type)
    {
        for (var t = type; t is TypeSpecification and not GenericInstanceType; t = ((TypeSpecification)t).ElementType)
        {
            if (t is ArrayType { Rank: > 1 })
            {
                return new Verdict(RuleSet.MultiDimensionalArray, code.Names.Of(t));
            }

            // volatile (IsVolatile), in parameters of virtual methods and ref readonly (InAttribute) are modifiers of the signature.
            if (t is RequiredModifierType { ModifierType: { } modifier } && code.Names.Of(modifier) is var mark && !BuiltIns.HasType(mark) && !list.KnowsType(mark))
            {
                return new Verdict(RuleSet.ApiNotListed, mark);
            }

            if (t is PointerType or FunctionPointerType or PinnedType)
            {
                return new Verdict(RuleSet.PinnedOrPointer, t is PinnedType ? "pinned " + code.Names.Of(t) : code.Names.Of(t));
            }
        }

        var element = Unwrap(type);
        return element is GenericParameter || code.IsOwn(element) ? null : ByName(element, code.Names.Of(element));
    }

    /// <summary>The fault of something that is neither listed nor the compiler's choice.</summary>
    public static Verdict Named(MemberReference reference, string name) =>
        new(Unwrap(reference as TypeReference ?? reference.DeclaringType) is GenericInstanceType ? RuleSet.GenericUse : RuleSet.ApiNotListed, name);

    /// <summary>Whether a member takes or returns what the profile refuses.</summary>
    public bool IsFloat(MethodReference method) =>
        IsFloatRefused && (IsFloat(method.ReturnType) || method.Parameters.Any(parameter => IsFloat(parameter.ParameterType)));

    public bool IsLinq(TypeReference type) => code.Names.Of(type).StartsWith("System.Linq.", StringComparison.Ordinal);

    private bool IsFloatRefused => RuleSet.FloatingPoint.Profile <= options.Profile && !options.Without.Contains(RuleSet.FloatingPoint);

    private static bool IsFloat(TypeReference type) => type.GetElementType().FullName is "System.Single" or "System.Double";

    private Verdict? ByName(TypeReference element, string name)
    {
        var simple = element.Name.Split('`')[0];
        var inSystem = element.Namespace == "System";
        var generic = element.Name.Contains('`', StringComparison.Ordinal);
        var rule = simple switch
        {
            "Single" or "Double" when inSystem && IsFloatRefused => RuleSet.FloatingPoint,
            "Nullable" when inSystem => RuleSet.NullableValue,
            "ValueTuple" or "Tuple" when inSystem => RuleSet.TupleType,
            "Index" or "Range" when inSystem => RuleSet.IndexOrRange,
            _ when inSystem && generic && GenericDelegates.Contains(simple) => RuleSet.GenericDelegate,
            _ when IsLinq(element) => RuleSet.Linq,
            _ when element.Namespace == "System.Threading.Tasks" => RuleSet.StateMachine,
            _ when HostStrings.IsHandler(element) || HostStrings.IsSpread(element) => RuleSet.HostString,
            _ when name is "System.ReadOnlySpan`1<System.Char>" or "System.Span`1<System.Char>" => RuleSet.HostString,
            _ => null,
        };
        return rule is null ? null : new Verdict(rule, name, rule == RuleSet.HostString ? rule.Instead : null);
    }

    private static bool IsMissingException(TypeReference type, string name)
    {
        if (DeviceExceptions.Contains(name))
        {
            return false;
        }

        for (var t = CheckedCode.Resolve(type); t is not null; t = t.BaseType is null ? null : CheckedCode.Resolve(t.BaseType))
        {
            if (t.FullName == "System.Exception")
            {
                return true;
            }
        }

        return name.EndsWith("Exception", StringComparison.Ordinal);
    }

    private static TypeReference Unwrap(TypeReference type)
    {
        while (type is TypeSpecification specification and not GenericInstanceType)
        {
            type = specification.ElementType;
        }

        return type;
    }
}
