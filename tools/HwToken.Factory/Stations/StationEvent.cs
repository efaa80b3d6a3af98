namespace HwToken.Factory.Stations;

/// <summary>Something that an operator wants to see. Holds no secret and no code.</summary>
/// <param name="Port">Where.</param>
/// <param name="Kind">What.</param>
/// <param name="Id">Credential ID, or null.</param>
/// <param name="Message">In plain words.</param>
public sealed record StationEvent(string Port, StationEventKind Kind, string? Id, string Message);
