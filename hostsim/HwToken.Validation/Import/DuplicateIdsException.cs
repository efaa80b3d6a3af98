namespace HwToken.Validation.Import;

/// <summary>Takes an import's transaction back.</summary>
/// <param name="ids">IDs that are here already.</param>
/// <param name="differing">Those of them whose secret is another one here.</param>
internal sealed class DuplicateIdsException(IReadOnlyList<string> ids, IReadOnlyList<string> differing) : Exception
{
    public IReadOnlyList<string> Ids { get; } = ids;

    public IReadOnlyList<string> Differing { get; } = differing;
}
