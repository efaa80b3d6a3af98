using System.Text;
using HwToken.Pskc;

namespace HwToken.Interop.Documents;

/// <summary>The C# blocks of the documents compile, and run to their end; what stands below one as output is what it prints.</summary>
public sealed class CSharpBlockTests
{
    /// <summary>What a document's words take for granted, by document.</summary>
    private static readonly Dictionary<string, string> Before = new()
    {
        ["README.md"] = Token,
        ["docs/developer.md"] = Token,
        ["packaging/readme/HwToken.Pskc.md"] = "using HwToken.Pskc;",
        ["packaging/readme/NanoBoard.md"] = "",
        ["packaging/readme/NanoGuard.Library.md"] = "using NanoGuard; using NanoGuard.Api; using Assert = Xunit.Assert; using MyFirmware = System.Object;",
    };

    private const string Token = """
        using HwToken.Core.Otp; using HwToken.Provisioning; using HwToken.Simulator; using NanoBoard;
        var credential = new NewCredential("DPHT00000001", new OtpParameters(OtpType.Hotp, OtpAlgorithm.Sha1, 6, 30, 0), "12345678901234567890"u8.ToArray(), new byte[32]);
        """;

    private static string[] Documents { get; } = ["README.md", .. new[] { "docs", "packaging/readme" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Project.Folder, folder), "*.md"))
        .Select(file => Path.GetRelativePath(Project.Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static TheoryData<string, int> Blocks() => [.. Documents.SelectMany(document => DocumentBlock.Read(document).Where(block => block is { Language: "csharp", NotRun: null }).Select(block => (document, block.Line)))];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_block_compiles_and_runs(string document, int line)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets no ordinary user link files.");
        IReadOnlyList<DocumentBlock> blocks = DocumentBlock.Read(document);
        DocumentBlock block = blocks.Single(one => one.Line == line);
        using var folder = new TempFolder();
        WriteSeeds(folder["tokens.pskcxml"]);
        CSharpProgram.Compile(Before.GetValueOrDefault(document, ""), block, folder.Path);
        if (block.Remark.StartsWith("compiled only: ", StringComparison.Ordinal))
        {
            return;
        }

        PeerAnswer answer = CSharpProgram.Run(folder.Path);
        Assert.True(answer.Exit == 0, $"{block.Place} ended with {answer.Exit}:\n{answer.Errors}{answer.Output}");
        if (blocks.SkipWhile(one => one != block).Skip(1).FirstOrDefault() is { Language: "text" } shown)
        {
            Assert.True(ShownOutput.Fits(shown.Text, answer.Output), $"{shown.Place} shows\n{shown.Text}\nand it prints\n{answer.Output}");
        }
    }

    /// <summary>The file that the documents read: encrypted under the passphrase that they name.</summary>
    private static void WriteSeeds(string path)
    {
        using var protection = PskcKeySource.Passphrase("correct horse");
        using FileStream file = File.Create(path);
        using var writer = new PskcWriter(file, new PskcWriteOptions { Profile = PskcProfile.Portable, Protection = protection, Pbkdf2Rounds = PskcWriteOptions.MinPbkdf2Rounds });
        using (SeedDocument seeds = SeedReader.Open(new MemoryStream(Encoding.UTF8.GetBytes("serial,key,type,digits\nA-1,3132333435363738393031323334353637383930,hotp,6\n")), new PskcReadOptions()))
        {
            using PskcKey key = seeds.Keys().Single();
            writer.Write(key);
        }

        writer.Complete(new PskcLot { LotId = "july" });
    }
}
