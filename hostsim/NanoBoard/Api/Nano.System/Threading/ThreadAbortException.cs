namespace Nano.System.Threading;

/// <summary>What an aborted thread meets where it waits.</summary>
public sealed class ThreadAbortException : SystemException
{
    internal ThreadAbortException()
        : base("The thread was aborted.")
    {
    }
}
