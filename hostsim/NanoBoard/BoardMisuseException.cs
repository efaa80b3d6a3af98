namespace NanoBoard;

/// <summary>
/// The firmware did what breaks a real device (memory corruption, stack overflow, a program left in flash pins). The board
/// also lists it in <see cref="VirtualBoard.Misuses"/>, because a catch-all may swallow the exception.
/// </summary>
public sealed class BoardMisuseException : Exception
{
    /// <summary>An exception without words.</summary>
    public BoardMisuseException()
    {
    }

    /// <summary>Says what was done and what to do instead.</summary>
    public BoardMisuseException(string message)
        : base(message)
    {
    }

    /// <summary>Says what was done and what caused it.</summary>
    public BoardMisuseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
