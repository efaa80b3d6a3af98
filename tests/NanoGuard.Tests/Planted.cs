using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace NanoGuard.Tests;

/// <summary>Compiles C# into a folder that goes when it is disposed of.</summary>
internal sealed class Planted : IDisposable
{
    private static readonly IReadOnlyList<MetadataReference> Desktop =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>The card's core library, to compile against and to read.</summary>
    public static string CoreLibrary { get; } = Path.Combine(AppContext.BaseDirectory, "nanoframework", "mscorlib.dll");

    private readonly bool device;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("nanoguard");

    /// <summary>Compiles against the desktop, or for the device: against nanoFramework's core library alone.</summary>
    public Planted(string source, bool debug = false, bool pdb = true, bool device = false)
        : this(device) => Add("Firmware", source, debug, pdb);

    private Planted(bool device) => this.device = device;

    /// <summary>A folder without an assembly yet, for the device.</summary>
    public static Planted ForDevice() => new(device: true);

    public string Folder => folder.FullName;

    public List<string> Paths { get; } = [];

    /// <summary>Compiles one more assembly that may refer to those before it.</summary>
    public Planted Add(string name, string source, bool debug = false, bool pdb = true, bool check = true)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, deterministic: true)
            .WithOptimizationLevel(debug ? OptimizationLevel.Debug : OptimizationLevel.Release)
            .WithNullableContextOptions(NullableContextOptions.Enable);
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest), Path.Combine(folder.FullName, name + ".cs"), System.Text.Encoding.UTF8);
        var framework = device ? [MetadataReference.CreateFromFile(CoreLibrary)] : Desktop;
        var references = framework.Concat(Directory.GetFiles(folder.FullName, "*.dll").Where(file => Path.GetFileNameWithoutExtension(file) != name).Select(file => MetadataReference.CreateFromImage(File.ReadAllBytes(file))));
        var path = Path.Combine(folder.FullName, name + ".dll");
        using (var dll = File.Create(path))
        using (var symbols = pdb ? File.Create(Path.ChangeExtension(path, ".pdb")) : null)
        {
            var emitted = CSharpCompilation.Create(name, [tree], references, options)
                .Emit(dll, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb, pdbFilePath: name + ".pdb"));
            var errors = emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.GetMessage(CultureInfo.InvariantCulture));
            Assert.True(emitted.Success, string.Join('\n', errors));
        }

        if (check)
        {
            Paths.Add(path);
        }

        return this;
    }

    public string PathOf(string name) => Path.Combine(folder.FullName, name + ".dll");

    public void Dispose() => folder.Delete(recursive: true);
}
