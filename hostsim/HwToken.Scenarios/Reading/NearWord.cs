namespace HwToken.Scenarios.Reading;

/// <summary>Guesses what somebody meant.</summary>
internal static class NearWord
{
    /// <summary>The sentence for a word that is not known.</summary>
    public static string Sentence(string word, IReadOnlyCollection<string> known)
    {
        string shown = word.Length > 60 ? word[..60] + "…" : word;
        string list = string.Join(", ", known);
        return Of(word, known) is { } near ? $"'{shown}' is not known here; did you mean '{near}'? Known are {list}" : $"'{shown}' is not known here; known are {list}";
    }

    /// <summary>The nearest of the known words, by typing errors; null when none is near.</summary>
    public static string? Of(string word, IEnumerable<string> known)
    {
        if (word.Length is 0 or > 40)
        {
            return null;
        }

        (string Word, int Errors) nearest = known.Select(candidate => (candidate, Errors(Bare(word), Bare(candidate)))).OrderBy(pair => pair.Item2).FirstOrDefault();
        return nearest.Word is not null && nearest.Errors <= Math.Max(1, word.Length / 3) ? nearest.Word : null;
    }

    /// <summary>Case and separators are the first things that people get wrong.</summary>
    private static string Bare(string word) => word.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>Levenshtein's distance, two neighbours swapped counting once.</summary>
    private static int Errors(string a, string b)
    {
        int[,] errors = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    errors[i, j] = i + j;
                    continue;
                }

                errors[i, j] = Math.Min(Math.Min(errors[i - 1, j], errors[i, j - 1]) + 1, errors[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    errors[i, j] = Math.Min(errors[i, j], errors[i - 2, j - 2] + 1);
                }
            }
        }

        return errors[a.Length, b.Length];
    }
}
