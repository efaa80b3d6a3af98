namespace HwToken.Testing;

/// <summary>Something was not to be had. The message says why and what to do; it holds no secret and no code.</summary>
/// <param name="fault">Why.</param>
/// <param name="message">Why, and what to do.</param>
/// <param name="retryAfter">When it is worth asking again; null when it is not, or when nobody knows.</param>
/// <param name="inner">What lies behind it.</param>
public sealed class OtpException(OtpFault fault, string message, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Why.</summary>
    public OtpFault Fault { get; } = fault;

    /// <summary>When it is worth asking again; null when it is not, or when nobody knows.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
