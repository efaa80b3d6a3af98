using HwToken.Scenarios.Forms;
using HwToken.Scenarios.Reading;

namespace HwToken.Scenarios;

/// <summary>Reads scenarios. Editors know the same form by <c>docs/scenario.schema.json</c>.</summary>
public static class ScenarioReader
{
    /// <summary>The verbs of steps.</summary>
    public static IReadOnlyList<string> Verbs => [.. StepForms.All.Select(step => step.Name)];

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="ScenarioException">It is no scenario; the message says where and why.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Scenario ReadFile(string path)
    {
        if (new FileInfo(path).Length > 4L * YamlTree.MostCharacters)
        {
            throw new ScenarioException(path, 1, "the file is far too long for a story.");
        }

        return Read(path, File.ReadAllText(path));
    }

    /// <summary>Reads a file's text.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="ScenarioException">It is no scenario; the message says where and why.</exception>
    public static Scenario Read(string file, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ScenarioNode root = YamlTree.Read(file, text);
        StoryForm.Root.Check(root);
        return new Scenario(file, text, root);
    }
}
