namespace HwToken.Factory.Labels;

/// <summary>What stands on a label. Never a secret.</summary>
/// <param name="Id">Credential ID.</param>
/// <param name="LotId">Name of the lot.</param>
/// <param name="Date">When the unit passed, or the lot was made.</param>
public sealed record LabelText(string Id, string LotId, DateOnly Date);
