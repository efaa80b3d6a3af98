namespace HwToken.Validation.Import;

/// <summary>How far an import is.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Done">Keys that it was done to.</param>
/// <param name="All">Keys that it will be done to.</param>
public readonly record struct ImportProgress(ImportStage Stage, int Done, int All);

/// <summary>What an import does, in this order.</summary>
public enum ImportStage
{
    /// <summary>Reads and checks the keys, and seals their secrets.</summary>
    Reading,

    /// <summary>Writes the credentials, in one transaction: none is there before the last is.</summary>
    Writing,
}
