using Mono.Cecil;

namespace NanoGuard.Il;

/// <summary>The assemblies under check, opened once, with what the rules ask about them.</summary>
internal sealed class CheckedCode : IDisposable
{
    private readonly OwnAssemblies resolver = new();
    private readonly HashSet<string> own;

    public CheckedCode(IEnumerable<string> paths, GuardOptions options)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var files = paths.Select(Path.GetFullPath).Distinct(StringComparer.Ordinal).ToList();
        if (files.Count == 0)
        {
            throw new ArgumentException("No assembly given: a check of nothing would always pass.", nameof(paths));
        }

        foreach (var old in resolver.GetSearchDirectories())
        {
            resolver.RemoveSearchDirectory(old);
        }

        var running = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        foreach (var folder in files.Select(f => Path.GetDirectoryName(f)!).Concat(options.ReferenceFolders).Append(running).Distinct(StringComparer.Ordinal))
        {
            resolver.AddSearchDirectory(folder);
        }

        Assemblies = [.. files.Select(Open)];
        own = [.. Assemblies.Select(a => a.Name.Name)];
        Names = new Api.TypeNames(options.NamespacePrefixes, own);
        Printer = new Api.MemberPrinter(Names);
        Types = [.. Assemblies.SelectMany(a => a.Modules).SelectMany(m => m.Types).SelectMany(Patterns.WithoutGenerated)];
    }

    public IReadOnlyList<AssemblyDefinition> Assemblies { get; }

    /// <summary>Own types without state machines, embedded attributes and the module type.</summary>
    public IReadOnlyList<TypeDefinition> Types { get; }

    public Api.TypeNames Names { get; }

    public Api.MemberPrinter Printer { get; }

    public bool IsOwn(TypeReference type) => own.Contains(Api.TypeNames.AssemblyOf(type));

    /// <summary>The definition behind a reference, or null when its assembly is not at hand.</summary>
    public static TypeDefinition? Resolve(TypeReference type)
    {
        try
        {
            return type.Resolve();
        }
        catch (AssemblyResolutionException)
        {
            return null;
        }
    }

    /// <summary>The definition behind a method reference, or null when its assembly is not at hand.</summary>
    public static MethodDefinition? Resolve(MethodReference method)
    {
        try
        {
            return method.Resolve();
        }
        catch (AssemblyResolutionException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        foreach (var assembly in Assemblies)
        {
            assembly.Dispose();
        }

        resolver.Dispose();
    }

    /// <summary>References between the checked assemblies lead to the definitions that are checked, not to a second copy read from disk.</summary>
    private sealed class OwnAssemblies : DefaultAssemblyResolver
    {
        public void Add(AssemblyDefinition assembly) => RegisterAssembly(assembly);
    }

    private AssemblyDefinition Open(string path)
    {
        var assembly = Read(path);
        resolver.Add(assembly);
        return assembly;
    }

    private AssemblyDefinition Read(string path)
    {
        // Read into memory so that the file stays free for the next build.
        var settings = new ReaderParameters { AssemblyResolver = resolver, InMemory = true, ReadSymbols = true };
        try
        {
            return AssemblyDefinition.ReadAssembly(path, settings);
        }
        catch (Exception e) when (e is Mono.Cecil.Cil.SymbolsNotFoundException or Mono.Cecil.Cil.SymbolsNotMatchingException or FileNotFoundException && File.Exists(path))
        {
            settings.ReadSymbols = false;
            return AssemblyDefinition.ReadAssembly(path, settings);
        }
    }
}
