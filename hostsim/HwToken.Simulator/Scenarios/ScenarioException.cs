namespace HwToken.Simulator.Scenarios;

/// <summary>A scenario that cannot be read, or a step that did not bring what it says.</summary>
/// <param name="file">The file.</param>
/// <param name="line">The line in it, from 1.</param>
/// <param name="message">What is wrong, and what was seen.</param>
public sealed class ScenarioException(string file, long line, string message) : Exception($"{file}:{line}: {message}");
