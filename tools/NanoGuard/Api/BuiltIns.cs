using Mono.Cecil;

namespace NanoGuard.Api;

/// <summary>
/// What need not stand in a list: the types without which there is no C#, and the few members that only the compiler writes. Everything
/// here exists on nanoFramework 1.x, except the left sides of <see cref="Equivalents"/>.
/// </summary>
internal static class BuiltIns
{
    private static readonly HashSet<string> Types =
    [
        "System.Void", "System.Object", "System.String", "System.Boolean", "System.Char", "System.SByte", "System.Byte", "System.Int16",
        "System.UInt16", "System.Int32", "System.UInt32", "System.Int64", "System.UInt64", "System.IntPtr", "System.UIntPtr", "System.Single", "System.Double",
        "System.ValueType", "System.Enum", "System.Delegate", "System.MulticastDelegate", "System.Array", "System.Attribute",
        "System.RuntimeFieldHandle", "System.RuntimeTypeHandle", "System.Runtime.CompilerServices.IsExternalInit",
    ];

    private static readonly HashSet<string> Members =
    [
        // Every constructor of a class without a base calls it; every attribute class likewise.
        "System.Object::.ctor() : System.Void",
        "System.Attribute::.ctor() : System.Void",

        // Array initialisers: newarr, dup, ldtoken of <PrivateImplementationDetails>, this call.
        "System.Runtime.CompilerServices.RuntimeHelpers::InitializeArray(System.Array, System.RuntimeFieldHandle) : static System.Void",

        // Subscribing to and leaving an event.
        "System.Delegate::Combine(System.Delegate, System.Delegate) : static System.Delegate",
        "System.Delegate::Remove(System.Delegate, System.Delegate) : static System.Delegate",
    ];

    /// <summary>Members that the desktop compiler chooses for a construct, and what it chooses against mscorlib 1.x for the same source.</summary>
    private static readonly Dictionary<string, string> Equivalents = new(StringComparer.Ordinal)
    {
        // lock
        ["System.Threading.Monitor::Enter(System.Object, System.Boolean&) : static System.Void"] = "System.Threading.Monitor::Enter(System.Object) : static System.Void",
    };

    public static bool HasType(string name) => Types.Contains(name);

    public static bool HasMember(string key) => Members.Contains(key);

    public static string OnDevice(string key) => Equivalents.GetValueOrDefault(key, key);

    /// <summary>A delegate is made with (object, function): surface files print only its Invoke.</summary>
    public static bool IsDelegateConstructor(MethodReference method) => method is { Name: ".ctor", Parameters.Count: 2 }
        && method.Parameters[0].ParameterType.FullName == "System.Object" && method.Parameters[1].ParameterType.FullName == "System.IntPtr";
}
