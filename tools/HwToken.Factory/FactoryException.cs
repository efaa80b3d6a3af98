namespace HwToken.Factory;

/// <summary>A factory rule was broken or something is missing. The message says what to do next and holds no secret.</summary>
public sealed class FactoryException : Exception
{
    /// <summary>Describes the failure.</summary>
    /// <param name="message">What happened and what to do next.</param>
    /// <param name="cause">What lies beneath, or null.</param>
    public FactoryException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
