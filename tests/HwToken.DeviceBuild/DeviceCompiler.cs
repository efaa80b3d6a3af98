using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace HwToken.DeviceBuild;

/// <summary>Compiles sources as the device build does, without a desktop reference: what nanoFramework lacks is an error.</summary>
public static class DeviceCompiler
{
    /// <summary>Compiles a project's sources.</summary>
    /// <param name="project">The project.</param>
    /// <param name="configuration">Debug or Release.</param>
    /// <param name="planted">More source text, compiled as the file Planted.cs: tests plant faults with it.</param>
    /// <returns>The compiled assembly, in a folder of its own when something was planted.</returns>
    /// <exception cref="DeviceBuildException">The sources do not compile for nanoFramework.</exception>
    public static DeviceAssembly Compile(DeviceProject project, DeviceConfiguration configuration, string? planted = null)
    {
        ArgumentNullException.ThrowIfNull(project);
        string[] symbols = configuration == DeviceConfiguration.Debug ? ["DEBUG", "TRACE"] : ["TRACE"];
        var parsing = new CSharpParseOptions(Version(project.LanguageVersion), DocumentationMode.Parse, preprocessorSymbols: symbols);
        var trees = project.Sources.Select(path => Parse(File.ReadAllText(path), path, parsing)).ToList();
        if (planted is not null)
        {
            trees.Add(Parse(planted, "Planted.cs", parsing));
        }

        var options = new CSharpCompilationOptions(project.IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, deterministic: true)
            .WithOptimizationLevel(configuration == DeviceConfiguration.Debug ? OptimizationLevel.Debug : OptimizationLevel.Release);
        var references = DeviceSurface.References(project).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(project.AssemblyName, trees, references, options);
        var folder = Path.Combine(AppContext.BaseDirectory, "device", planted is null ? configuration.ToString() : Guid.NewGuid().ToString("N"));
        return Emit(compilation, Path.Combine(Directory.CreateDirectory(folder).FullName, project.AssemblyName + ".dll"));
    }

    private static DeviceAssembly Emit(CSharpCompilation compilation, string path)
    {
        using var dll = new MemoryStream();
        using var pdb = new MemoryStream();
        var emitted = compilation.Emit(dll, pdb, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb, pdbFilePath: compilation.AssemblyName + ".pdb"));
        if (!emitted.Success)
        {
            throw new DeviceBuildException([.. emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(Text)]);
        }

        File.WriteAllBytes(path, dll.ToArray());
        File.WriteAllBytes(Path.ChangeExtension(path, ".pdb"), pdb.ToArray());
        return new DeviceAssembly(path);
    }

    /// <summary>File name and line, without the folders of this machine.</summary>
    private static string Text(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        return $"{Path.GetFileName(place.Path)}({place.StartLinePosition.Line + 1}): {diagnostic.Id} {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    }

    private static SyntaxTree Parse(string text, string path, CSharpParseOptions options) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), options, path);

    private static LanguageVersion Version(string text) =>
        LanguageVersionFacts.TryParse(text, out var version) ? version : throw new NotSupportedException($"The compiler does not know C# {text}.");
}
