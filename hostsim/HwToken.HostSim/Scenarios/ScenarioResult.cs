namespace HwToken.HostSim.Scenarios;

/// <summary>How a story went.</summary>
/// <param name="File">Its file.</param>
/// <param name="Name">Its name; the file's when it cannot be read.</param>
/// <param name="Took">How long it took, in true time.</param>
/// <param name="Problem">What is wrong, with file and line; null: it held.</param>
/// <param name="IsUnreadable">The file is no scenario.</param>
internal sealed record ScenarioResult(string File, string Name, TimeSpan Took, string? Problem, bool IsUnreadable)
{
    /// <summary>One line for people.</summary>
    public string Describe() => Problem is null ? $"ok      {Name} ({Took.TotalMilliseconds:0} ms)" : $"FAILED  {Name}{Environment.NewLine}        {Problem}";
}
