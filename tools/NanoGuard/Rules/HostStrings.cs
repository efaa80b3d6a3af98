using Mono.Cecil;
using NanoGuard.Il;

namespace NanoGuard.Rules;

/// <summary>
/// Tells what the desktop compiler chose for an interpolation, a concatenation or the arguments of String.Format from what the source itself
/// names: against mscorlib 1.x the first becomes other calls, the second does not compile.
/// </summary>
internal static class HostStrings
{
    /// <summary>A call that no source writes for its own sake.</summary>
    public static bool IsCompilers(MethodReference method) => method switch
    {
        { DeclaringType.FullName: "System.String", Name: "Concat" } => true,
        { DeclaringType.FullName: "System.String", Name: "Format" } => method.Parameters[0].ParameterType.FullName == "System.String",
        { DeclaringType.FullName: "System.String", Name: "op_Implicit" } => true,
        _ => false,
    };

    /// <summary>The verdict as it stands at this use: a handler or a span that the source declares is no choice of the compiler.</summary>
    public static Verdict? InPlace(Verdict? verdict, Use use)
    {
        if (verdict?.Rule != RuleSet.HostString || use.Reference is MethodReference method && (IsCompilers(method) || IsHandlers(method) || IsSpanOfOneChar(method)))
        {
            return verdict;
        }

        if (IsSpread(use.Reference as TypeReference ?? use.Reference.DeclaringType))
        {
            return verdict;
        }

        return use.How == "local variable" && IsHandler((TypeReference)use.Reference) ? verdict : TypeVerdict.Named(use.Reference, verdict.Name);
    }

    /// <summary>Whether a type is one that builds strings for the desktop compiler.</summary>
    public static bool IsHandler(TypeReference type) => type.Name.EndsWith("InterpolatedStringHandler", StringComparison.Ordinal);

    /// <summary>What .NET 10 spreads the arguments of a <c>params ReadOnlySpan</c> in.</summary>
    public static bool IsSpread(TypeReference type) =>
        type.Namespace == "System.Runtime.CompilerServices" && type.Name.StartsWith("InlineArray", StringComparison.Ordinal) && type.Name.Contains('`', StringComparison.Ordinal);

    private static bool IsHandlers(MethodReference method) => IsHandler(method.DeclaringType);

    // s + c: the char becomes a span over a local.
    private static bool IsSpanOfOneChar(MethodReference method) => method is { Name: ".ctor", Parameters: [{ ParameterType: ByReferenceType }] };
}
