namespace HwToken.Tool;

/// <summary>The command was typed in a way that cannot work: exit code 2.</summary>
public sealed class UsageException : Exception
{
    /// <summary>Says what to type instead.</summary>
    public UsageException(string message)
        : base(message)
    {
    }
}
