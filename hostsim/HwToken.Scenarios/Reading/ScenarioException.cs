namespace HwToken.Scenarios.Reading;

/// <summary>A scenario that cannot be read, or a step that did not bring what it says.</summary>
/// <param name="file">The file, as it was named.</param>
/// <param name="line">The line in it, from 1.</param>
/// <param name="what">What is wrong, what was seen, what to do; one sentence or more. No secret.</param>
public sealed class ScenarioException(string file, long line, string what) : Exception($"{file}:{line}: {what}")
{
    /// <summary>The line in the file, from 1.</summary>
    public long Line => line;

    /// <summary>The message without file and line.</summary>
    public string What => what;
}
