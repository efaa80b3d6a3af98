using Mono.Cecil;

namespace NanoGuard.Stubs;

/// <summary>
/// Finds the stubs that are made together, written or not, and the core library. Writing a constant asks for the type of its enum, which may lie in a stub that is not
/// written yet.
/// </summary>
internal sealed class StubResolver(AssemblyDefinition core, IReadOnlyDictionary<string, AssemblyDefinition> stubs) : IAssemblyResolver
{
    public AssemblyDefinition Resolve(AssemblyNameReference name) =>
        name.Name == core.Name.Name ? core : stubs.TryGetValue(name.Name, out var stub) ? stub : throw new AssemblyResolutionException(name);

    public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters) => Resolve(name);

    /// <summary>What it finds belongs to others.</summary>
    public void Dispose()
    {
    }
}
