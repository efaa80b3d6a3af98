using Mono.Cecil;
using NanoGuard.Api;

namespace NanoGuard;

/// <summary>
/// Holds a virtual board against the real API: whatever it offers under nanoFramework's names must exist there with the same kind,
/// signature, constant and default. A board may offer less.
/// </summary>
public static class SurfaceCheck
{
    /// <summary>Compares the public surface of a virtual board with the real one.</summary>
    /// <param name="boardPath">The board's compiled assembly; it is read, never loaded.</param>
    /// <param name="real">Full surface files (<see cref="ApiList.LoadSurface"/>) or a project's list (then the board may offer no more than it).</param>
    /// <param name="options">Settings, or null for the defaults.</param>
    /// <returns>All differences; empty when firmware that runs on the board finds the same API on the device.</returns>
    /// <exception cref="ArgumentException">The list is empty, or the board offers no type of it: nothing was compared.</exception>
    public static IReadOnlyList<SurfaceDifference> Compare(string boardPath, ApiList real, SurfaceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(real);
        options ??= new SurfaceOptions();
        using var board = AssemblyDefinition.ReadAssembly(boardPath, new ReaderParameters { InMemory = true });
        var names = new TypeNames(options.NamespacePrefixes, new HashSet<string>());
        var namespaces = real.Types.Select(t => NamespaceOf(t.FullName)).Concat(real.Members.Select(m => NamespaceOf(m.Type))).ToHashSet(StringComparer.Ordinal);
        var offered = ApiSurface.VisibleTypes(board)
            .Where(type => IsNano(Outermost(type)) && !IsHostOnly(type, options))
            .ToList();
        if (!offered.Exists(type => real.KnowsType(names.Of(type))))
        {
            throw new ArgumentException("The board offers no type of the list: nothing to compare. Wrong assembly, wrong list or wrong prefix?", nameof(boardPath));
        }

        var comparer = new SurfaceComparer(real, new MemberPrinter(names), names, options);
        return [.. offered.SelectMany(comparer.Compare)];

        // A prefix alone says that the type poses as a nanoFramework one.
        bool IsNano(TypeDefinition type) => names.Of(type) != type.FullName || namespaces.Contains(type.Namespace);
    }

    internal static bool IsHostOnly(ICustomAttributeProvider member, SurfaceOptions options) =>
        member.CustomAttributes.Any(a => options.HostOnlyAttributes.Contains(a.AttributeType.Name))
        || (member is TypeDefinition { DeclaringType: { } outer } && IsHostOnly(outer, options));

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is null ? type : Outermost(type.DeclaringType);

    private static string NamespaceOf(string fullName) => fullName[..Math.Max(0, fullName.LastIndexOf('.'))];
}
