namespace HwToken.Pskc;

/// <summary>A PSKC file was refused, or a key cannot be written. The message says what to do and never holds a secret.</summary>
public sealed class PskcException : Exception
{
    /// <summary>A refusal.</summary>
    /// <param name="error">The reason, for programs.</param>
    /// <param name="message">The reason and the remedy, for people.</param>
    public PskcException(PskcError error, string message)
        : base(message) => Error = error;

    /// <summary>The reason.</summary>
    public PskcError Error { get; }
}
