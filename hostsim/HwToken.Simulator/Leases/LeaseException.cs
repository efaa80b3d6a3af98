namespace HwToken.Simulator.Leases;

/// <summary>A lease or a code that is refused.</summary>
/// <param name="fault">Why.</param>
/// <param name="message">Why, and what to do next. Holds no secret and no code.</param>
/// <param name="retryAfter">When it is worth asking again; null when it is not, or when nobody knows.</param>
/// <param name="inner">What lies behind it.</param>
public sealed class LeaseException(LeaseFault fault, string message, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Why.</summary>
    public LeaseFault Fault { get; } = fault;

    /// <summary>When it is worth asking again.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
