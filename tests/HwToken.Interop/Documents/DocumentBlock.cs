namespace HwToken.Interop.Documents;

/// <summary>A block of code in a Markdown document.</summary>
/// <param name="Document">Its path in the project.</param>
/// <param name="Line">Line of its first line of code, from 1.</param>
/// <param name="Language">First word behind the fence: <c>sh</c>, <c>csharp</c>, <c>text</c>; empty when there is none.</param>
/// <param name="Remark">What follows that word: <c>not run: needs a board</c>.</param>
/// <param name="Text">Its lines, without the fences and without their indentation.</param>
internal sealed record DocumentBlock(string Document, int Line, string Language, string Remark, string Text)
{
    private const string Fence = "```";

    /// <summary>Why a test cannot run it; null: it can.</summary>
    public string? NotRun => Remark.StartsWith("not run: ", StringComparison.Ordinal) ? Remark["not run: ".Length..] : null;

    /// <summary>Where it stands, for a message.</summary>
    public string Place => $"{Document}:{Line}";

    /// <summary>The blocks of a document, in order.</summary>
    /// <param name="document">Its path in the project, with slashes.</param>
    /// <exception cref="FormatException">A fence is not closed.</exception>
    public static IReadOnlyList<DocumentBlock> Read(string document) => Parse(document, Project.Read(document.Split('/')));

    /// <summary>The blocks of a text, in order.</summary>
    /// <exception cref="FormatException">A fence is not closed.</exception>
    public static IReadOnlyList<DocumentBlock> Parse(string document, string text)
    {
        var blocks = new List<DocumentBlock>();
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].TrimStart().StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            int first = i + 1;
            int indentation = lines[i].Length - lines[i].TrimStart().Length;
            string[] head = lines[i].Trim()[Fence.Length..].Split(' ', 2);
            for (i = first; i < lines.Length && lines[i].Trim() != Fence; i++)
            {
            }

            if (i == lines.Length)
            {
                throw new FormatException($"{document}:{first}: the block has no end.");
            }

            IEnumerable<string> code = lines[first..i].Select(line => line[Math.Min(indentation, line.Length - line.TrimStart().Length)..]);
            blocks.Add(new DocumentBlock(document, first + 1, head[0], head.Length > 1 ? head[1] : "", string.Join('\n', code)));
        }

        return blocks;
    }
}
