using Mono.Cecil;
using NanoGuard.Api;

namespace NanoGuard.Stubs;

/// <summary>
/// Writes reference assemblies from a list of API, so that sources compile for nanoFramework where its packages are not at hand: real
/// core library, stubs for the rest. What the list does not name does not compile.
/// </summary>
public static class ApiStubs
{
    /// <summary>Writes one assembly for each heading of a list, except the core library's.</summary>
    /// <param name="list">Headings, type lines and member lines. Every member's type needs its type line.</param>
    /// <param name="coreLibraryPath">nanoFramework's mscorlib.dll; its types are referred to, never copied.</param>
    /// <param name="folder">Where the assemblies are written; made when it is not there.</param>
    /// <param name="defaults">Defaults of optional parameters, or null for the table that comes with this library.</param>
    /// <param name="namesPath">An assembly with members of the same names and types, whose parameters' names and defaults the stubs get; null: parameters are called p0, p1, ….</param>
    /// <returns>The assemblies' paths, and the member lines that were left out.</returns>
    /// <exception cref="FormatException">A member line stands without its type line.</exception>
    public static StubSet Write(ApiList list, string coreLibraryPath, string folder, OptionalDefaults? defaults = null, string? namesPath = null)
    {
        ArgumentNullException.ThrowIfNull(list);
        Directory.CreateDirectory(folder);
        using var core = ModuleDefinition.ReadModule(coreLibraryPath, new ReaderParameters { InMemory = true });
        var types = new StubTypes(list, core);
        var members = new StubMembers(types, defaults ?? OptionalDefaults.NanoFramework, new StubNames(namesPath));
        var leftOut = list.Members.Where(member => member.Assembly != core.Assembly.Name.Name && !members.TryAdd(member)).Select(member => member.Text).ToList();
        var paths = new List<string>();
        foreach (var assembly in types.Assemblies)
        {
            var path = Path.Combine(folder, assembly.Name.Name + ".dll");
            // The same list gives the same bytes.
            assembly.Write(path, new WriterParameters { DeterministicMvid = true, Timestamp = 0 });
            paths.Add(path);
        }

        return new StubSet(paths, leftOut);
    }
}
