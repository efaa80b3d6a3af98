using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HwToken.Scenarios.Playing;
using HwToken.Simulator.Screens;
using NanoBoard.Events;
using NanoBoard.Output;

namespace HwToken.Scenarios.Bundles;

/// <summary>What happens in a story, in order: the timeline, and each picture that a display comes to rest on. Holds no secret.</summary>
internal sealed class StoryRecord
{
    private const int MostLines = 50_000;
    private const int MostFrames = 1_000;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<string> _lines = [];
    private readonly List<(string Name, PanelPicture Picture)> _frames = [];
    private readonly Dictionary<string, byte[]> _shown = [];

    public IReadOnlyList<(string Name, PanelPicture Picture)> Frames => _frames;

    /// <summary>The timeline, one JSON object a line.</summary>
    public byte[] Timeline => Encoding.UTF8.GetBytes(string.Concat(_lines.Select(line => line + "\n")));

    /// <summary>Listens to a token.</summary>
    public void Watch(StoryToken token) => token.Board.Happened += happened =>
    {
        (string what, string? detail) = EventWords.Of(happened);
        Add(happened.At, token.Name, what, detail);
        if (happened is FellAsleep or PowerLost)
        {
            Look(token);
        }
    };

    /// <summary>Keeps the picture on a token's display when it is another than before.</summary>
    public void Look(StoryToken token)
    {
        PanelPicture picture = token.Virtual.Picture();
        byte[] bytes = picture.ToBytes();
        if (_frames.Count == MostFrames || (_shown.TryGetValue(token.Name, out byte[]? before) ? before.AsSpan().SequenceEqual(bytes) : !bytes.AsSpan().ContainsAnyExcept((byte)0)))
        {
            return;
        }

        _shown[token.Name] = bytes;
        string name = $"frames/{_frames.Count + 1:D4}-{token.Name}.png";
        _frames.Add((name, picture));
        Add(token.Now, token.Name, "display", ScreenDecoder.Read(picture).Describe(), name);
    }

    /// <summary>Adds a line.</summary>
    public void Add(DateTimeOffset at, string? token, string what, string? detail, string? frame = null)
    {
        if (_lines.Count > MostLines)
        {
            return;
        }

        if (_lines.Count == MostLines)
        {
            (token, what, detail, frame) = (null, "the rest is left out", null, null);
        }

        var line = new Dictionary<string, string> { ["at"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture) };
        foreach ((string key, string? value) in new[] { ("token", token), ("what", what), ("detail", detail), ("frame", frame) })
        {
            if (value is not null)
            {
                line[key] = value;
            }
        }

        _lines.Add(JsonSerializer.Serialize(line, Plain));
    }
}
