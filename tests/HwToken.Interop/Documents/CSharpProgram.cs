using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HwToken.Interop.Documents;

/// <summary>A C# block of a document as a program of its own: top-level statements with the usual usings, beside our assemblies.</summary>
internal static class CSharpProgram
{
    private const string Name = "Block";
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    /// <summary>Compiles a block.</summary>
    /// <param name="before">What the document takes for granted: usings, and values that stand before the block.</param>
    /// <param name="block">The block.</param>
    /// <param name="folder">Where <c>Block.dll</c> is written.</param>
    public static void Compile(string before, DocumentBlock block, string folder)
    {
        string[] usings = [.. block.Text.Split('\n').Where(IsUsing)];
        string code = $"{string.Join('\n', usings)}\n{before}\n{string.Join('\n', block.Text.Split('\n').Where(line => !IsUsing(line)))}\n";
        var parsing = new CSharpParseOptions(LanguageVersion.Latest);
        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            Name,
            [CSharpSyntaxTree.ParseText(Usings, parsing), CSharpSyntaxTree.ParseText(code, parsing)],
            references,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using FileStream file = File.Create(Path.Combine(folder, Name + ".dll"));
        string[] errors = [.. compilation.Emit(file).Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).Select(one => one.ToString())];
        Assert.True(errors.Length == 0, $"{block.Place} does not compile:\n{string.Join('\n', errors)}\n{code}");
    }

    /// <summary>Runs what <see cref="Compile"/> wrote, in a process of its own.</summary>
    /// <param name="folder">Where it lies; also its current directory.</param>
    public static PeerAnswer Run(string folder)
    {
        // Without a list of its own a program finds what lies beside it.
        foreach (string file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll"))
        {
            File.CreateSymbolicLink(Path.Combine(folder, Path.GetFileName(file)), file);
        }

        File.Copy(Path.Combine(AppContext.BaseDirectory, "HwToken.Interop.runtimeconfig.json"), Path.Combine(folder, Name + ".runtimeconfig.json"));
        return Peer.RunWithInput("bash", $"cd '{folder}' && exec dotnet {Name}.dll", "-s");
    }

    private static bool IsUsing(string line) => line.StartsWith("using ", StringComparison.Ordinal) && !line.Contains('=', StringComparison.Ordinal) && !line.Contains('(', StringComparison.Ordinal);
}
