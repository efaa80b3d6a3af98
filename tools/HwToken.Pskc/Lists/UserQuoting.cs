namespace HwToken.Pskc.Lists;

/// <summary>How each list writes a name that holds one of its own separators.</summary>
internal static class UserQuoting
{
    /// <summary>Microsoft Entra ID: CSV (RFC 4180), and an apostrophe is doubled.</summary>
    public static string? Entra(string field)
    {
        string doubled = field.Replace("'", "''", StringComparison.Ordinal);
        return doubled.AsSpan().IndexOfAny(',', '"') < 0 ? doubled : $"\"{doubled.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>privacyIDEA cuts its lines at every comma and takes everything else as it stands.</summary>
    public static string? PrivacyIdea(string field) => field.Contains(',', StringComparison.Ordinal) ? null : field;

    /// <summary>pam_oath cuts its lines at white space.</summary>
    public static string? Pam(string field) => field.Any(char.IsWhiteSpace) ? null : field;

    /// <summary>Lists without users, or with users by a number.</summary>
    public static string? None(string field) => field;
}
