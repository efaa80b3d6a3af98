using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HwToken.WakeCost.Counting;

/// <summary>Compiles the sources of the firmware's .nfproj for release, against the virtual board.</summary>
internal static class FirmwareCompiler
{
    private const string Swap = """
        global using DateTime = Nano.System.DateTime;
        global using File = Nano.System.IO.File;
        global using Random = Nano.System.Random;
        global using Thread = Nano.System.Threading.Thread;
        """;

    public static MemoryStream Compile()
    {
        string firmware = Path.Combine(Root(), "firmware");
        var options = new CSharpParseOptions(LanguageVersion.CSharp10);
        var trees = Sources(firmware).Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, path))
            .Append(CSharpSyntaxTree.ParseText(Swap, options));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name == "NanoBoard.dll"))
            .Select(path => MetadataReference.CreateFromFile(path));
        var stream = new MemoryStream();
        var emitted = CSharpCompilation.Create(
            CountedFirmware.AssemblyName,
            trees,
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, deterministic: true)).Emit(stream);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.GetMessage(CultureInfo.InvariantCulture))));
        stream.Position = 0;
        return stream;
    }

    /// <summary>The repository's root.</summary>
    public static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HwToken.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("HwToken.sln was not found above the tests.");
    }

    private static IEnumerable<string> Sources(string firmware) =>
        new[] { "HwToken.Core", "HwToken.Firmware" }
            .SelectMany(room => Directory.EnumerateFiles(Path.Combine(firmware, room), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "Properties"));
}
