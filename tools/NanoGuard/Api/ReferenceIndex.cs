using Mono.Cecil;

namespace NanoGuard.Api;

/// <summary>The assemblies in some places, by name. Files that are no assemblies are passed over.</summary>
internal sealed class ReferenceIndex
{
    private readonly Dictionary<string, List<string>> paths = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Looks for assemblies: in the folders alone, and in the places with all below them.</summary>
    /// <exception cref="FileNotFoundException">A place does not exist.</exception>
    public ReferenceIndex(IEnumerable<string> folders, IEnumerable<string> places)
    {
        foreach (var file in folders.SelectMany(folder => In(folder, SearchOption.TopDirectoryOnly)).Concat(places.SelectMany(Behind)))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            (paths.TryGetValue(name, out var known) ? known : paths[name] = []).Add(Path.GetFullPath(file));
        }
    }

    /// <summary>What an assembly says of itself.</summary>
    public sealed record Head(string Path, string Name, Version Version, IReadOnlyList<AssemblyNameReference> References);

    /// <summary>Reads the head of an assembly.</summary>
    /// <exception cref="BadImageFormatException">It is no .NET assembly, or one for nanoFramework 2.</exception>
    public static Head HeadOf(string path)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(path, new ReaderParameters { InMemory = true });
        var head = new Head(path, assembly.Name.Name, assembly.Name.Version, [.. assembly.MainModule.AssemblyReferences]);
        if (head.References.FirstOrDefault(reference => reference.Name == "mscorlib" && !DesktopAssemblies.Contains(reference)) is { Version.Major: > 1 } core)
        {
            throw new BadImageFormatException($"{System.IO.Path.GetFileName(path)} is built for nanoFramework {core.Version.Major}; the rules are those of 1.x");
        }

        return head;
    }

    /// <summary>The assembly that a reference asks for: of its version, else the highest; null when there is none.</summary>
    public Head? Find(AssemblyNameReference reference)
    {
        if (!paths.TryGetValue(reference.Name, out var candidates))
        {
            return null;
        }

        var heads = candidates.Distinct(StringComparer.Ordinal).Select(TryHeadOf).OfType<Head>().Where(head => head.Name == reference.Name).ToList();
        return heads.Find(head => head.Version == reference.Version) ?? heads.MaxBy(head => head.Version);
    }

    private static IEnumerable<string> Behind(string place) =>
        File.Exists(place) ? [place]
        : Directory.Exists(place) ? In(place, SearchOption.AllDirectories)
        : throw new FileNotFoundException($"there is no file or folder {place}");

    private static IEnumerable<string> In(string folder, SearchOption depth) => Directory.EnumerateFiles(folder, "*.dll", depth).Order(StringComparer.Ordinal);

    private static Head? TryHeadOf(string path)
    {
        try
        {
            return HeadOf(path);
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }
}
