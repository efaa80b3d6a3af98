namespace HwToken.Keeping;

/// <summary>A file cannot be kept or read the way it must be. The message says what to do next and holds no secret.</summary>
public sealed class KeepingException : IOException
{
    /// <summary>Describes the failure.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="cause">What lies beneath, or null.</param>
    public KeepingException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
