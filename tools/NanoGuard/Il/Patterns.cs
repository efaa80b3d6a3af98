using Mono.Cecil;

namespace NanoGuard.Il;

/// <summary>Shapes that the C# compiler makes up. Those for which it has a nanoFramework shape of its own are left out of the check.</summary>
internal static class Patterns
{
    /// <summary>The type and its nested ones, without what is reported elsewhere or never reaches the device.</summary>
    public static IEnumerable<TypeDefinition> WithoutGenerated(TypeDefinition type)
    {
        if (type.Name == "<Module>" || IsEmbeddedAttribute(type) || IsStateMachine(type))
        {
            return [];
        }

        return type.NestedTypes.SelectMany(WithoutGenerated).Prepend(type);
    }

    /// <summary>
    /// Field-like events: the desktop compiler writes a loop over the generic Interlocked.CompareExchange; against mscorlib 1.x, which
    /// lacks it, the same source becomes Delegate.Combine under a lock.
    /// </summary>
    public static bool IsFieldLikeEventAccessor(MethodDefinition method) =>
        (method.IsAddOn || method.IsRemoveOn) && IsCompilerGenerated(method);

    /// <summary>A method that async, yield or both turned into a state machine.</summary>
    public static bool IsStateMachineMethod(MethodDefinition method) => method.CustomAttributes.Any(a =>
        a.AttributeType.Name is "AsyncStateMachineAttribute" or "IteratorStateMachineAttribute" or "AsyncIteratorStateMachineAttribute");

    /// <summary>Records betray themselves by the PrintMembers that the compiler writes.</summary>
    public static bool IsRecord(TypeDefinition type) => type.Methods.Any(m => m.Name == "PrintMembers" && IsCompilerGenerated(m));

    public static bool IsCompilerGenerated(ICustomAttributeProvider member) =>
        member.CustomAttributes.Any(a => a.AttributeType.FullName == "System.Runtime.CompilerServices.CompilerGeneratedAttribute");

    /// <summary>A name that C# source cannot have: closures, cached delegates, array initialisers, string hashes.</summary>
    public static bool IsUnspeakable(string name) => name.Contains('<', StringComparison.Ordinal);

    /// <summary>What the desktop compiler spreads the arguments of a <c>params ReadOnlySpan</c> in; against mscorlib 1.x it takes an array.</summary>
    public static bool IsInlineArray(TypeDefinition type) => type.Name.StartsWith("<>y__InlineArray", StringComparison.Ordinal);

    /// <summary>The generic methods that go with it.</summary>
    public static bool IsInlineArrayHelper(MethodDefinition method) =>
        method.HasGenericParameters && method.DeclaringType.Name == "<PrivateImplementationDetails>";

    /// <summary>
    /// What an incomplete switch expression calls when nothing fits: against mscorlib 1.x the compiler takes InvalidOperationException, of which
    /// the desktop's SwitchExpressionException is one.
    /// </summary>
    public static bool IsSwitchHelper(MethodDefinition method) =>
        method.DeclaringType.Name == "<PrivateImplementationDetails>" && method.Name.StartsWith("ThrowSwitchExpressionException", StringComparison.Ordinal);

    // Nested types are called <Method>d__0 for both async methods and iterators.
    private static bool IsStateMachine(TypeDefinition type) =>
        type.IsNested && IsUnspeakable(type.Name) && type.Name.Contains(">d__", StringComparison.Ordinal) && IsCompilerGenerated(type);

    private static bool IsEmbeddedAttribute(TypeDefinition type) =>
        type.CustomAttributes.Any(a => a.AttributeType.FullName == "Microsoft.CodeAnalysis.EmbeddedAttribute");
}
