namespace HwToken.Pskc;

/// <summary>A unit of the lot that was made but not delivered.</summary>
/// <param name="Id">Credential ID.</param>
/// <param name="Reason">Why, in a few words.</param>
public sealed record PskcScrap(string Id, string Reason);
