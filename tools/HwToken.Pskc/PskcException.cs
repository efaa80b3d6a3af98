namespace HwToken.Pskc;

/// <summary>A seed file was refused, or a key cannot be written. The message says what to do and never holds a secret.</summary>
public sealed class PskcException : Exception
{
    /// <summary>A refusal.</summary>
    /// <param name="error">The reason, for programs.</param>
    /// <param name="message">The reason and the remedy, for people.</param>
    public PskcException(PskcError error, string message)
        : base(message) => (Error, Reason) = (error, message);

    internal PskcException(PskcError error, int line, string? key, string reason)
        : base($"{Place(line, key)}: {reason}. Nothing was taken from the file{Remedy(error)}.") => (Error, Line, Key, Reason) = (error, line, key, reason);

    /// <summary>The reason.</summary>
    public PskcError Error { get; }

    /// <summary>The line of the file, from 1; null when it is about the whole file.</summary>
    public int? Line { get; }

    /// <summary>ID of the key that it is about; null when it is about the whole file, or the ID was not read yet.</summary>
    public string? Key { get; }

    /// <summary>The message without place, in the middle of a sentence when there is a <see cref="Line"/>.</summary>
    public string Reason { get; }

    /// <summary>True when the reason lies in one key and leaves the rest of the file as trustworthy as it was.</summary>
    internal bool ConcernsOneKey => Line is not null && Error is PskcError.UnknownAlgorithm or PskcError.UnknownSuite or PskcError.UnsupportedFormat
        or PskcError.UnsupportedPolicy or PskcError.UnsupportedEncryption or PskcError.UnexpectedElement or PskcError.RepeatedElement or PskcError.MissingElement
        or PskcError.BadBase64 or PskcError.BadSecret or PskcError.BadLine or PskcError.BadNumber or PskcError.BadDate or PskcError.BadText or PskcError.OutOfRange;

    /// <summary>Keys of another kind are whole and right, only not for this house: the others of the file may be taken.</summary>
    private static string Remedy(PskcError error) => error is PskcError.UnknownAlgorithm or PskcError.UnknownSuite or PskcError.UnsupportedFormat or PskcError.UnsupportedPolicy
        ? "; such keys can be left out and the others taken (--skip-foreign; skipForeign=true over REST; a box to tick at the desk)"
        : "";

    private static string Place(int line, string? key) => key is null ? $"Line {line}" : $"Line {line}, key '{key}'";
}
