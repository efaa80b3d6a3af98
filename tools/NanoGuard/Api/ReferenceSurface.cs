using Mono.Cecil;
using NanoGuard.Il;

namespace NanoGuard.Api;

/// <summary>
/// The API that assemblies may use, read from the nanoFramework assemblies that they refer to: no list is written by hand. What is internal counts where
/// the reference names the assembly as its friend.
/// </summary>
/// <param name="List">All members of the references, as a list.</param>
/// <param name="Files">Where the references were found, the core library among them.</param>
/// <param name="Missing">References that were not found, as name and version; desktop assemblies are not among them.</param>
public sealed record ReferenceSurface(ApiList List, IReadOnlyList<string> Files, IReadOnlyList<string> Missing)
{
    private const string CoreLibrary = "mscorlib";

    /// <summary>Reads the references of assemblies, and theirs.</summary>
    /// <param name="assemblyPaths">The assemblies to be checked; each other's references are theirs alone.</param>
    /// <param name="places">
    /// Where references are: assemblies, or folders that are searched with all below them (<c>packages</c>). What stands beside the checked assemblies is found without.
    /// Of several versions the one that is asked for is taken, else the highest.
    /// </param>
    /// <returns>The surface.</returns>
    /// <exception cref="BadImageFormatException">A file is no .NET assembly, or one for another line of nanoFramework than 1.x.</exception>
    /// <exception cref="FileNotFoundException">A place does not exist, or the core library is in none of them.</exception>
    public static ReferenceSurface Read(IReadOnlyList<string> assemblyPaths, IReadOnlyList<string> places)
    {
        ArgumentNullException.ThrowIfNull(assemblyPaths);
        ArgumentNullException.ThrowIfNull(places);
        var index = new ReferenceIndex(assemblyPaths.Select(path => Path.GetDirectoryName(Path.GetFullPath(path))!), places);
        var own = assemblyPaths.Select(ReferenceIndex.HeadOf).ToList();
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var missing = new SortedSet<string>(StringComparer.Ordinal);

        // A desktop build refers to desktop assemblies; the core library it is checked against must be named all the same.
        var open = new Queue<AssemblyNameReference>(own.SelectMany(head => head.References).Prepend(new AssemblyNameReference(CoreLibrary, new Version(1, 0))));
        var names = own.Select(head => head.Name).ToHashSet(StringComparer.Ordinal);
        while (open.TryDequeue(out var reference))
        {
            if (names.Contains(reference.Name) || found.ContainsKey(reference.Name) || DesktopAssemblies.Contains(reference))
            {
                continue;
            }

            if (index.Find(reference) is not { } head)
            {
                missing.Add($"{reference.Name} {reference.Version.ToString(3)}");
                continue;
            }

            found[reference.Name] = head.Path;
            foreach (var next in head.References)
            {
                open.Enqueue(next);
            }
        }

        if (!found.ContainsKey(CoreLibrary))
        {
            throw new FileNotFoundException("nanoFramework's core library (mscorlib.dll of nanoFramework.CoreLibrary 1.x) is not among the references");
        }

        var lines = found.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => ApiSurface.PrintFor(pair.Value, names).Prepend($"[{pair.Key}]"));
        return new ReferenceSurface(ApiList.Parse(string.Join('\n', lines), "references"), [.. found.Values], [.. missing]);
    }
}
