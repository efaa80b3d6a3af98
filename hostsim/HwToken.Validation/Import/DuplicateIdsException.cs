namespace HwToken.Validation.Import;

/// <summary>Takes an import's transaction back.</summary>
internal sealed class DuplicateIdsException(IReadOnlyList<string> ids) : Exception
{
    public IReadOnlyList<string> Ids { get; } = ids;
}
