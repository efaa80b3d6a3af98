using System.Collections.Concurrent;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using NanoGuard.Api;
using NanoGuard.Stubs;

namespace NanoBoard.Guests.Tests;

/// <summary>
/// Compiles programs as the device build does: nanoFramework's real core library, the other packages as stubs made from lists of their members, no desktop
/// reference. Each text is compiled once a test run, into a folder of its own.
/// </summary>
internal static class GuestCompiler
{
    private static readonly string s_surface = Path.Combine(AppContext.BaseDirectory, "nanoframework");
    private static readonly ConcurrentDictionary<(string Source, string Library), Lazy<string>> s_compiled = new();
    private static readonly Lazy<MetadataReference[]> s_references = new(References);
    private static int s_number;

    /// <summary>A program, with a library beside it if there is a text for one.</summary>
    /// <returns>Path of the .dll.</returns>
    public static string Program(string source, string library = "") =>
        s_compiled.GetOrAdd((source, library), key => new Lazy<string>(() => Compile(key.Source, key.Library))).Value;

    private static string Compile(string source, string library)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "guests", Interlocked.Increment(ref s_number).ToString("D3", System.Globalization.CultureInfo.InvariantCulture));
        Directory.CreateDirectory(folder);
        MetadataReference[] references = s_references.Value;
        if (library.Length > 0)
        {
            string path = Emit("Library", library, OutputKind.DynamicallyLinkedLibrary, references, folder);
            references = [.. references, MetadataReference.CreateFromFile(path)];
        }

        return Emit("Guest", source, OutputKind.ConsoleApplication, references, folder);
    }

    private static string Emit(string name, string source, OutputKind kind, MetadataReference[] references, string folder)
    {
        var parsing = new CSharpParseOptions(LanguageVersion.CSharp9, preprocessorSymbols: ["DEBUG"]);
        SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), parsing, name + ".cs");
        var compilation = CSharpCompilation.Create(name, [tree], references, new CSharpCompilationOptions(kind, optimizationLevel: OptimizationLevel.Debug));
        string path = Path.Combine(folder, name + ".dll");
        using FileStream dll = File.Create(path);
        using FileStream pdb = File.Create(Path.ChangeExtension(path, ".pdb"));
        EmitResult result = compilation.Emit(dll, pdb, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb, pdbFilePath: name + ".pdb"));
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return path;
    }

    private static MetadataReference[] References()
    {
        string core = Path.Combine(s_surface, "mscorlib.dll");
        string lists = string.Join('\n', new[] { "board-api.txt", "packages-api.txt", "lacking-api.txt" }.Select(list => File.ReadAllText(Path.Combine(s_surface, list))));
        IReadOnlyList<string> stubs = ApiStubs.Write(ApiList.Parse(lists), core, Path.Combine(s_surface, "stubs"), namesPath: typeof(VirtualBoard).Assembly.Location).Paths;
        return [.. stubs.Prepend(core).Select(path => MetadataReference.CreateFromFile(path))];
    }
}
