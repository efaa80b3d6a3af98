using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoBoard.Guests.Rewriting;

/// <summary>A program and the libraries that come along with it: managed code that stands beside it and is no part of the platform.</summary>
internal sealed class GuestSet : IDisposable
{
    private static readonly string[] s_desktop = ["System.Runtime", "System.Private.CoreLib", "netstandard"];

    private readonly Dictionary<string, ModuleDefinition> _byName = new(StringComparer.Ordinal);
    private readonly List<ModuleDefinition> _modules = [];
    private readonly string[] _folders;

    private GuestSet(string[] folders)
    {
        _folders = folders;
    }

    /// <summary>The modules, the program first.</summary>
    public IReadOnlyList<ModuleDefinition> Modules => _modules;

    /// <summary>Reads a program and, as far as they stand beside it, the libraries that it refers to, and theirs.</summary>
    public static GuestSet Collect(string path, IEnumerable<string> libraryFolders)
    {
        string full = Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            throw new FileNotFoundException($"There is no program {Path.GetFileName(full)}: build the guest project first.", full);
        }

        var set = new GuestSet([Path.GetDirectoryName(full)!, .. libraryFolders]);
        try
        {
            set.Add(Read(full));
            for (int i = 0; i < set._modules.Count; i++)
            {
                set.AddReferences(set._modules[i]);
            }

            return set;
        }
        catch
        {
            set.Dispose();
            throw;
        }
    }

    /// <summary>The definition behind a reference, when it is one of these assemblies'.</summary>
    public TypeDefinition? Find(TypeReference type) => type switch
    {
        TypeDefinition definition => definition,
        { Scope: AssemblyNameReference assembly } when _byName.TryGetValue(assembly.Name, out ModuleDefinition? module) => module.GetType(type.FullName),
        _ => null,
    };

    public void Dispose() => _modules.ForEach(module => module.Dispose());

    private void Add(ModuleDefinition module)
    {
        _modules.Add(module);
        if (module.AssemblyReferences.FirstOrDefault(IsDesktop) is { } desktop)
        {
            throw new GuestRefusedException($"{module.Assembly.Name.Name} is built for desktop .NET (it refers to {desktop.Name} {desktop.Version}). Build it for nanoFramework 1.x.");
        }

        _byName.Add(module.Assembly.Name.Name, module);
    }

    private void AddReferences(ModuleDefinition module)
    {
        foreach (AssemblyNameReference reference in module.AssemblyReferences.Where(reference => !_byName.ContainsKey(reference.Name) && !Platform.IsBoards(reference.Name)))
        {
            string? path = _folders.Select(folder => Path.Combine(folder, reference.Name + ".dll")).FirstOrDefault(File.Exists);
            ModuleDefinition? library = path is null ? null : Read(path);
            if (library is null || HasNativeCode(library))
            {
                // Without managed code it is a part of the platform: what the board has not of it is found at its uses.
                library?.Dispose();
                continue;
            }

            Add(library);
        }
    }

    private static bool IsDesktop(AssemblyNameReference reference) =>
        s_desktop.Contains(reference.Name) || (reference.Name == "mscorlib" && reference.Version.Major is 2 or 4);

    private static bool HasNativeCode(ModuleDefinition module) =>
        module.GetTypes().SelectMany(type => type.Methods).Any(method => method.IsInternalCall || method.IsPInvokeImpl);

    private static ModuleDefinition Read(string path)
    {
        try
        {
            return ModuleDefinition.ReadModule(path, new ReaderParameters { InMemory = true, ReadSymbols = true, SymbolReaderProvider = new PortablePdbReaderProvider() });
        }
        catch (Exception e) when (e is SymbolsNotFoundException or SymbolsNotMatchingException or FileNotFoundException or BadImageFormatException or InvalidOperationException or NotSupportedException)
        {
            return ReadWithoutSymbols(path);
        }
    }

    private static ModuleDefinition ReadWithoutSymbols(string path)
    {
        try
        {
            return ModuleDefinition.ReadModule(path, new ReaderParameters { InMemory = true });
        }
        catch (BadImageFormatException e)
        {
            throw new GuestRefusedException($"{Path.GetFileName(path)} is no .NET assembly. Pass the .dll or .exe of the device build, not the .pe or .bin.", e);
        }
    }
}
