namespace HwToken.Demo;

/// <summary>An account that the demonstration shows.</summary>
/// <param name="Id">User ID.</param>
/// <param name="Password">Its initial password.</param>
/// <param name="Note">What it is for, in English.</param>
/// <param name="NoteJapanese">What it is for, in Japanese.</param>
public sealed record DemoAccount(string Id, string Password, string Note, string NoteJapanese);
