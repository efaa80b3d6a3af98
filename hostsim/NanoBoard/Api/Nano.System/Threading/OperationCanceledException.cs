namespace Nano.System.Threading;

/// <summary>What was asked for was taken back.</summary>
public class OperationCanceledException : SystemException
{
    /// <summary>Without words.</summary>
    public OperationCanceledException()
    {
    }

    /// <summary>Says what.</summary>
    public OperationCanceledException(string message)
        : base(message)
    {
    }

    /// <summary>Says what, and why.</summary>
    public OperationCanceledException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
