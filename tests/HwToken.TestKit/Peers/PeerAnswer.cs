namespace HwToken.TestKit;

/// <summary>What a program printed and how it ended. (pskctool's exit code says little, and it warns of every element that it does not know.)</summary>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error.</param>
/// <param name="Exit">Exit code.</param>
public sealed record PeerAnswer(string Output, string Errors, int Exit);
