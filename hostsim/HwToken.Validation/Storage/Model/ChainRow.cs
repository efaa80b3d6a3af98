namespace HwToken.Validation.Storage.Model;

/// <summary>A row of <c>chains</c>: the head of a chain that is no credential's. There is one, with an empty name: the service's.</summary>
internal sealed class ChainRow
{
    public required string Name { get; init; }

    public long Seq { get; set; }

    public required byte[] Head { get; set; }

    /// <summary>MAC of the row.</summary>
    public required byte[] Mac { get; set; }
}
