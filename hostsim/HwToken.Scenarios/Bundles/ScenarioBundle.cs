using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HwToken.Scenarios.Playing;
using HwToken.Scenarios.Reading;
using HwToken.Scenarios.Services;
using HwToken.Simulator.Screens;

namespace HwToken.Scenarios.Bundles;

/// <summary>
/// What is needed to see why a story did not hold, and to play it again elsewhere: the story, its timeline, the pictures, the lines, the flash. A function
/// of the story (and of what its service answered): the same bytes on every computer.
/// </summary>
public sealed class ScenarioBundle
{
    internal const string Manifest = "bundle.json";
    internal const string Story = "scenario.yaml";
    internal const string AnswerFile = "answers.jsonl";
    internal const int Form = 1;

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <summary>Path and content of each file; paths have slashes and stay inside.</summary>
    public IReadOnlyDictionary<string, byte[]> Files => _files;

    /// <summary>Writes it into a folder, which is made; what a bundle does not hold stays there.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(string folder)
    {
        foreach ((string name, byte[] content) in _files)
        {
            string path = Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, content);
        }
    }

    internal static ScenarioBundle Of(Scenario scenario, ScenarioException problem, DateTimeOffset starts, StoryRecord record, IReadOnlyList<StoryToken> tokens, IReadOnlyList<ServiceAnswer> answers)
    {
        var bundle = new ScenarioBundle();
        bundle._files[Story] = Encoding.UTF8.GetBytes(scenario.Text);
        bundle._files["timeline.jsonl"] = record.Timeline;
        foreach ((string name, PanelPicture picture) in record.Frames)
        {
            bundle._files[name] = Png.Of(picture);
        }

        foreach (StoryToken token in tokens)
        {
            bundle._files[$"lines/{token.Name}.vcd"] = token.Trace.ToVcd();
            foreach ((string name, byte[] content) in FlashCopy.Of(token))
            {
                bundle._files[$"flash/{token.Name}/{name}"] = content;
            }
        }

        if (scenario.Service is not null)
        {
            bundle._files[AnswerFile] = Encoding.UTF8.GetBytes(string.Concat(answers.Select(answer => JsonSerializer.Serialize(answer) + "\n")));
        }

        bundle._files["README.txt"] = Encoding.UTF8.GetBytes(BundleWords.ReadMe);
        bundle._files[Manifest] = JsonSerializer.SerializeToUtf8Bytes(
            new BundleManifest(Form, Path.GetFileName(scenario.File), scenario.Name, starts.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture), scenario.Seed, problem.Line, problem.What),
            Readable);
        return bundle;
    }
}
