namespace HwToken.Scenarios.Services;

/// <summary>Values from the environment: secrets of somebody. They go to the service and nowhere else.</summary>
internal sealed class SecretWords
{
    /// <summary>Shorter ones would be found in every page.</summary>
    private const int ShortestHidden = 4;

    private readonly Dictionary<string, string> _known = [];

    /// <summary>Remembers a value.</summary>
    /// <param name="name">What stands for it.</param>
    /// <param name="value">The value; null: there is none.</param>
    public string? Keep(string name, string? value)
    {
        if (value is { Length: >= ShortestHidden })
        {
            _known[value] = name;
        }

        return value;
    }

    /// <summary>A text without the values.</summary>
    public string Hide(string text) => _known.OrderByDescending(known => known.Key.Length).Aggregate(text, (hidden, known) => hidden.Replace(known.Key, known.Value, StringComparison.Ordinal));
}
