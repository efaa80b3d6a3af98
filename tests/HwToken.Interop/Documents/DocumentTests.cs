using System.Globalization;
using System.Text.Json;

namespace HwToken.Interop.Documents;

/// <summary>The documents that people follow, followed: every shell block is run, in order, with the programs as they are built, and what stands below it as output is what they print.</summary>
public sealed class DocumentTests
{
    /// <summary>Documents whose blocks have a test of their own beside what they describe.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["docs/sim-api.md"] = "tests/HwToken.TokenPage.Tests/Documents/SimApiDocumentTests.cs",
        ["docs/scenarios.md"] = "tests/HwToken.HostSim.Tests/Documents/CommandLineDocumentTests.cs",
        ["docs/testing.md"] = "tests/HwToken.House.Tests/TestingDocumentTests.cs",
        ["docs/mcp.md"] = "tests/HwToken.HostSim.Tests/Documents/CommandLineDocumentTests.cs",
    };

    private static string[] All { get; } =
    [
        "README.md",
        .. new[] { "docs", "packaging/readme" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Project.Folder, folder), "*.md"))
            .Select(file => Path.GetRelativePath(Project.Folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Followed() => [.. All.Where(document => !Elsewhere.ContainsKey(document) && DocumentBlock.Read(document).Any(block => block.Language == "sh"))];

    [Theory]
    [MemberData(nameof(Followed))]
    public void What_a_document_shows_does_what_it_says(string document)
    {
        Peer.Demand("bash", "curl", "mkfifo");
        IReadOnlyList<DocumentBlock> blocks = DocumentBlock.Read(document);
        using var folder = new TempFolder();
        IReadOnlyDictionary<DocumentBlock, string> printed = new Story(blocks).Run(folder.Path, OwnAddress());
        for (int i = 1; i < blocks.Count; i++)
        {
            if (blocks[i].Language == "text" && printed.TryGetValue(blocks[i - 1], out string? output))
            {
                Assert.True(ShownOutput.Fits(blocks[i].Text, output), $"{blocks[i].Place} shows\n{blocks[i].Text}\nand it prints\n{output}");
            }
        }
    }

    /// <summary>A block that nothing runs is one that nobody notices when it is wrong. What cannot be run says why.</summary>
    [Fact]
    public void Every_block_is_run_or_says_why_not()
    {
        string[] idle = [.. All.SelectMany(DocumentBlock.Read).Where(block => !Elsewhere.ContainsKey(block.Document) && !IsRun(block)).Select(block => $"{block.Place}: {block.Language} {block.Remark}")];
        Assert.True(idle.Length == 0, "Nothing runs:\n" + string.Join('\n', idle));
    }

    [Fact]
    public void What_is_said_to_be_tested_elsewhere_is()
    {
        Assert.All(Elsewhere, pair => Assert.Contains(Path.GetFileName(pair.Key), File.ReadAllText(Path.Combine(Project.Folder, pair.Value)), StringComparison.Ordinal));
        Assert.All(Elsewhere.Keys, document => Assert.Contains(document, All));
    }

    [Fact]
    public void A_block_of_JSON_is_JSON() => Assert.All(All.SelectMany(DocumentBlock.Read).Where(block => block.Language == "json"), block => JsonDocument.Parse(block.Text).Dispose());

    private static bool IsRun(DocumentBlock block) => block.Language is "sh" or "csharp" ? block.NotRun is null or { Length: > 10 } : block.Language is "json" or "text" || block.NotRun is { Length: > 10 };

    /// <summary>127.x.y.z of this process: whatever else runs on this computer, the ports that a document names are free there.</summary>
    private static string OwnAddress()
    {
        int process = Environment.ProcessId;
        return OperatingSystem.IsLinux() ? string.Create(CultureInfo.InvariantCulture, $"127.{64 + (process >> 16) % 64}.{(process >> 8) % 256}.{process % 256}") : "127.0.0.1";
    }
}
