using System.Buffers;

namespace HwToken.Pskc.Lists;

/// <summary>What a field of a list may hold. Few importers read quoted fields, so what separates or quotes in one of the lists is refused in all.</summary>
public static class ListFields
{
    /// <summary>What to do about it.</summary>
    public const string Advice = "Use letters, digits, spaces, '.', '-', '_' and, in a user name, '@' and '+'";

    /// <summary>Characters that separate or quote fields in one of the lists.</summary>
    private static readonly SearchValues<char> Breaking = SearchValues.Create(",;\"'|");

    /// <summary>Characters that, in the first place, make a spreadsheet compute or a list take the line for a comment.</summary>
    private static readonly SearchValues<char> Leading = SearchValues.Create("=+-@#");

    /// <summary>True when a field would neither break a list nor make a spreadsheet compute.</summary>
    public static bool IsSafe(ReadOnlySpan<char> field)
    {
        foreach (char c in field)
        {
            if (char.IsControl(c))
            {
                return false;
            }
        }

        return !field.ContainsAny(Breaking) && field.IndexOfAny(Leading) != 0;
    }

    /// <summary>True for a character that, in the first place, makes a spreadsheet compute or a list take the line for a comment.</summary>
    public static bool IsLeading(char first) => Leading.Contains(first);

    /// <summary>A field for a message.</summary>
    public static string Printable(string field) => string.Concat(field.Select(c => char.IsControl(c) ? '?' : c));
}
