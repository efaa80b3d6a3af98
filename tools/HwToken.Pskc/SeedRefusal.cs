namespace HwToken.Pskc;

/// <summary>A key that was left out because nothing here can use it (<see cref="PskcReadOptions.SkipForeign"/>).</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Key">Its ID; null when the file gives none, or it could not be read.</param>
/// <param name="Error">The reason, for programs.</param>
/// <param name="Reason">The reason, for people; no secret.</param>
public sealed record SeedRefusal(int Line, string? Key, PskcError Error, string Reason)
{
    /// <summary>Place and reason.</summary>
    public override string ToString() => Key is null ? $"line {Line}: {Reason}" : $"line {Line}, key '{Key}': {Reason}";
}
