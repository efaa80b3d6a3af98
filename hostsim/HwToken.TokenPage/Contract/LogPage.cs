namespace HwToken.TokenPage.Contract;

/// <summary>Lines of the log, oldest first.</summary>
/// <param name="Reset">True: they replace what was sent before.</param>
/// <param name="Entries">The lines.</param>
internal sealed record LogPage(bool Reset, IReadOnlyList<LogEntry> Entries);
