using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NanoBoard.Events;

namespace NanoBoard.Output;

/// <summary>What happened on a board, in order, from the moment at which the log is made: as lines of text or as JSON, one object a line.</summary>
public sealed class EventLog
{
    private static readonly JsonWriterOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<BoardEvent> _events = [];

    /// <summary>Begins to listen.</summary>
    /// <param name="board">The board.</param>
    public EventLog(VirtualBoard board)
    {
        ArgumentNullException.ThrowIfNull(board);
        board.Happened += _events.Add;
    }

    /// <summary>The events.</summary>
    public IReadOnlyList<BoardEvent> Events => _events;

    /// <summary>The lines that the firmware printed.</summary>
    public IReadOnlyList<string> Printed => [.. _events.OfType<TextPrinted>().Select(line => line.Text)];

    /// <summary>One line an event: time, what, and what belongs to it.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (BoardEvent happened in _events)
        {
            (string what, string? detail) = EventWords.Of(happened);
            text.Append(Time(happened)).Append(' ').Append(what).Append(detail is null ? "" : ": " + detail).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>One JSON object a line: <c>at</c> (UTC), <c>what</c>, and <c>detail</c> where there is one.</summary>
    /// <returns>UTF-8.</returns>
    public byte[] ToJsonLines()
    {
        using var lines = new MemoryStream();
        foreach (BoardEvent happened in _events)
        {
            (string what, string? detail) = EventWords.Of(happened);
            using (var json = new Utf8JsonWriter(lines, s_plain))
            {
                json.WriteStartObject();
                json.WriteString("at", Time(happened));
                json.WriteString("what", what);
                if (detail is not null)
                {
                    json.WriteString("detail", detail);
                }

                json.WriteEndObject();
            }

            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }

    private static string Time(BoardEvent happened) => happened.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
