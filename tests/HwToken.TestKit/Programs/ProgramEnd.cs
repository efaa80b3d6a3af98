namespace HwToken.TestKit;

/// <summary>How a program ended and all that it said.</summary>
/// <param name="Status">Exit status.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error.</param>
public sealed record ProgramEnd(int Status, string Output, string Errors);
