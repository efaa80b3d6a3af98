using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace HwToken.Scenarios.Reading;

/// <summary>
/// Builds a file's tree from YAML events: a story is short, flat and says everything where it stands. What makes other YAML files hard to read, or a
/// reader run out of memory, is refused with its line: anchors and aliases, tags, a key twice, several documents, depth without end.
/// </summary>
internal static class YamlTree
{
    /// <summary>Longest file, in characters: some ten thousand steps.</summary>
    public const int MostCharacters = 1 << 20;

    private const int MostDepth = 12;

    /// <summary>Reads a file's text.</summary>
    /// <exception cref="ScenarioException">It is no YAML that this reads.</exception>
    public static ScenarioNode Read(string file, string text)
    {
        if (text.Length > MostCharacters)
        {
            throw new ScenarioException(file, 1, $"the file has more than {MostCharacters:N0} characters. Split it: one file tells one story.");
        }

        try
        {
            return Build(file, new Parser(new StringReader(text)));
        }
        catch (YamlException e)
        {
            throw new ScenarioException(file, Math.Max(1, e.Start.Line), "this is no YAML: " + e.Message.TrimEnd('.') + ".");
        }
    }

    private static ScenarioNode Build(string file, Parser events)
    {
        ScenarioNode? root = null;
        var open = new Stack<(ScenarioNode Node, string? Key)>();
        while (events.MoveNext())
        {
            ParsingEvent happened = events.Current!;
            long line = happened.Start.Line;
            switch (happened)
            {
                case AnchorAlias:
                    throw new ScenarioException(file, line, "aliases (*name) are not read. Write the value out.");
                case NodeEvent { Anchor.IsEmpty: false }:
                    throw new ScenarioException(file, line, "anchors (&name) are not read. Write the value out where it is wanted.");
                case NodeEvent { Tag.IsEmpty: false }:
                    throw new ScenarioException(file, line, "tags (!name) are not read. Leave the tag out.");
                case DocumentStart when root is not null:
                    throw new ScenarioException(file, line, "one file tells one story: '---' begins a second document.");
                case MappingStart or SequenceStart:
                    var parent = new ScenarioNode(file, line, happened is MappingStart ? NodeKind.Map : NodeKind.List);
                    if (open.Count == MostDepth)
                    {
                        throw new ScenarioException(file, line, $"nothing in a story is nested {MostDepth} deep. Look at brackets and indentation.");
                    }

                    Place(parent);
                    open.Push((parent, null));
                    break;
                case MappingEnd or SequenceEnd:
                    open.Pop();
                    break;
                case Scalar scalar:
                    Place(new ScenarioNode(file, line, scalar.Style == ScalarStyle.Plain ? ScalarKinds.Of(scalar.Value) : NodeKind.Text, scalar.Value));
                    break;
            }
        }

        return root ?? throw new ScenarioException(file, 1, "the file is empty. A story has at least 'name', 'tokens' and 'steps'.");

        void Place(ScenarioNode node)
        {
            if (open.Count == 0)
            {
                root = node;
                return;
            }

            (ScenarioNode parent, string? key) = open.Pop();
            if (parent.Kind == NodeKind.List)
            {
                parent.Add(node);
            }
            else if (key is not null)
            {
                parent.Add(key, node);
                key = null;
            }
            else
            {
                key = KeyOf(parent, node);
            }

            open.Push((parent, key));
        }
    }

    private static string KeyOf(ScenarioNode map, ScenarioNode key)
    {
        if (key.Kind is NodeKind.Map or NodeKind.List)
        {
            throw key.Wrong("a key is one word");
        }

        return map[key.Text] is null ? key.Text : throw key.Wrong($"'{key.Text}' stands here twice (first in line {map[key.Text]!.Line})");
    }
}
