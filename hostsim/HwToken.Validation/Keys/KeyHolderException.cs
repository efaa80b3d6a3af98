namespace HwToken.Validation.Keys;

/// <summary>The key holder cannot do its work. The message says what to do and never holds a key or a secret.</summary>
public sealed class KeyHolderException : Exception
{
    /// <summary>A failure.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public KeyHolderException(string message)
        : base(message)
    {
    }

    /// <summary>A failure with its cause.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="inner">The cause.</param>
    public KeyHolderException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
