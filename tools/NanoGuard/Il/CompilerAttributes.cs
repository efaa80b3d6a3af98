using Mono.Cecil;

namespace NanoGuard.Il;

/// <summary>
/// Attributes that the compiler adds by itself. Against mscorlib 1.x it embeds its own copies or leaves them out, and the metadata
/// processor drops what the runtime does not need; so they are no fault of the source.
/// </summary>
internal static class CompilerAttributes
{
    private static readonly HashSet<string> Namespaces = ["Microsoft.CodeAnalysis", "System.Runtime.CompilerServices", "System.Diagnostics.CodeAnalysis"];

    private static readonly HashSet<string> Names =
    [
        "System.ParamArrayAttribute", "System.Reflection.DefaultMemberAttribute", "System.Diagnostics.DebuggerBrowsableAttribute",
        "System.Diagnostics.DebuggerHiddenAttribute", "System.Diagnostics.DebuggerStepThroughAttribute", "System.Diagnostics.DebuggerNonUserCodeAttribute",
        "System.Diagnostics.DebuggerDisplayAttribute", "System.ObsoleteAttribute",
    ];

    public static bool Contains(TypeReference attribute) =>
        Namespaces.Contains(attribute.Namespace) || Names.Contains(attribute.FullName);
}
