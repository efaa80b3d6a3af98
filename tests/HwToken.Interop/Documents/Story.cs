using System.Text;
using System.Text.RegularExpressions;

namespace HwToken.Interop.Documents;

/// <summary>The shell blocks of one document, run in order in one fresh folder, as its reader does: servers stay, files stay, variables stay.</summary>
internal sealed partial class Story
{
    private const string Mark = "\u001e block ";
    private readonly DocumentBlock[] blocks;

    /// <summary>Makes a story of a document.</summary>
    /// <param name="all">Its blocks; those of other languages, and those that cannot be run, are passed over.</param>
    public Story(IEnumerable<DocumentBlock> all) => blocks = [.. all.Where(block => block.Language == "sh" && block.NotRun is null)];

    /// <summary>What a document says behind a command that is to fail: <c># exit status 1</c>.</summary>
    public static string WithStatus(string line) => Status().Match(line) is { Success: true } match
        ? $"met=0; {match.Groups["command"].Value} || met=$?; [ \"$met\" = {match.Groups["status"].Value} ] || {{ echo \"exit status $met\"; exit 99; }}"
        : line;

    /// <summary>Runs it.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="address">A loopback address that nobody else uses, in the place of 127.0.0.1.</param>
    /// <returns>What each block printed, on both streams.</returns>
    public IReadOnlyDictionary<DocumentBlock, string> Run(string folder, string address)
    {
        string script = Path.Combine(folder, ".story.sh");
        File.WriteAllText(script, Script(folder, address));
        PeerAnswer answer = Peer.Run("bash", script);
        string[] parts = answer.Output.Replace(address, "127.0.0.1", StringComparison.Ordinal).Split(Mark)[1..];
        var printed = parts.Select((part, i) => (blocks[i], Text: part[(part.IndexOf('\n', StringComparison.Ordinal) + 1)..])).ToDictionary(pair => pair.Item1, pair => pair.Text);
        Assert.True(answer.Exit == 0, parts.Length == 0 ? $"It did not begin: {answer.Output}{answer.Errors}" : $"{blocks[parts.Length - 1].Place} ended with {answer.Exit}:\n{printed[blocks[parts.Length - 1]]}{answer.Errors}");
        return printed;
    }

    private string Script(string folder, string address)
    {
        var script = new StringBuilder();
        script.Append($"PROGRAMS='{AppContext.BaseDirectory.TrimEnd('/')}'\ncd '{folder}'\nmkdir home\nexport HOME='{folder}/home' XDG_DATA_HOME= DOTNET_TieredPGO=0 DOTNET_EnableDiagnostics=0 DOTNET_NOLOGO=1\n");
        script.Append(Project.Read("tests", "HwToken.Interop", "Documents", "prelude.sh"));
        for (int i = 0; i < blocks.Length; i++)
        {
            script.Append($"printf '\\036 block %s\\n' {i}\n");
            script.AppendJoin('\n', blocks[i].Text.Split('\n').Select(WithStatus)).Append('\n');
        }

        return script.Replace("127.0.0.1", address).ToString();
    }

    [GeneratedRegex(@"^(?<command>.*\S)\s+# exit status (?<status>\d+)\b.*$")]
    private static partial Regex Status();
}
