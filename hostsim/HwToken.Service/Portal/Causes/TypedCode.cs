using HwToken.Validation.Errors;

namespace HwToken.Service.Portal.Causes;

/// <summary>An error code as people type it off a page or a display: in any case, full-width, with the words that stand beside it.</summary>
internal static class TypedCode
{
    private const int FullWidth = 'Ａ' - 'A';

    /// <summary>The error of this code; null when there is none.</summary>
    public static ServiceError? Error(string typed) => ErrorTable.All.FirstOrDefault(known => known.Code.Equals(Plain(typed).Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));

    /// <summary>The word of the token's display; null when it says no such thing.</summary>
    public static DisplayWord? Display(string typed)
    {
        string said = Plain(typed);
        return DisplayWords.All.FirstOrDefault(known => said.Equals(known.Heading, StringComparison.OrdinalIgnoreCase) || said.Replace(" ", "", StringComparison.Ordinal).Equals(known.Code.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
            ?? DisplayWords.All.FirstOrDefault(known => known.Words.Length > 0 && said.Equals(known.Words, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Full-width letters, digits and blanks as plain ones, blanks single.</summary>
    private static string Plain(string typed) => string.Join(' ', string.Concat(typed.Select(mark => mark switch
    {
        >= '！' and <= '～' => (char)(mark - FullWidth),
        _ when char.IsWhiteSpace(mark) => ' ',
        _ => mark,
    })).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
