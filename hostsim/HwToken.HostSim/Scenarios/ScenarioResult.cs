namespace HwToken.HostSim.Scenarios;

/// <summary>How a story went.</summary>
/// <param name="File">Its file.</param>
/// <param name="Name">Its name; the file's when it cannot be read.</param>
/// <param name="Took">How long it took, in true time.</param>
/// <param name="Problem">What is wrong, with file and line; null: it held.</param>
internal sealed record ScenarioResult(string File, string Name, TimeSpan Took, string? Problem)
{
    /// <summary>The file is no scenario.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>Why it was not played; null: it was.</summary>
    public string? Skipped { get; init; }

    /// <summary>Where what was seen lies; null: nowhere.</summary>
    public string? Bundle { get; init; }

    /// <summary>Some lines for people.</summary>
    public string Describe()
    {
        if (Skipped is not null)
        {
            return $"skipped {Name}: {Skipped}";
        }

        string seen = Bundle is null ? "" : $"{Environment.NewLine}        what was seen: {Bundle}";
        return Problem is null ? FormattableString.Invariant($"ok      {Name} ({Took.TotalMilliseconds:0} ms)") : $"FAILED  {Name}{Environment.NewLine}        {Problem}{seen}";
    }
}
