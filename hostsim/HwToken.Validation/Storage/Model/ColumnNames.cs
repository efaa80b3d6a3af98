namespace HwToken.Validation.Storage.Model;

/// <summary>A column is named as its property, in snake case.</summary>
internal static class ColumnNames
{
    public static string Of(string property) =>
        string.Concat(property.Select((letter, i) => i > 0 && char.IsAsciiLetterUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
