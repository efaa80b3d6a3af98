namespace HwToken.Validation.Epochs;

/// <summary>How far a service's database had come.</summary>
/// <param name="Service">Name of the service.</param>
/// <param name="Epoch">Epoch of its database.</param>
internal sealed record EpochMark(string Service, long Epoch);
