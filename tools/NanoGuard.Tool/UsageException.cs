namespace NanoGuard.Tool;

/// <summary>What was asked for cannot be done; the message says what to do instead.</summary>
/// <param name="message">For whoever typed the command.</param>
internal sealed class UsageException(string message) : Exception(message);
