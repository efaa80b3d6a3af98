namespace HwToken.Validation.Storage.Model;

/// <summary>The row of <c>service</c>: which service this database is, and how far it has come.</summary>
internal sealed class ServiceRow
{
    /// <summary>There is one row.</summary>
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    /// <summary>Name that no other service has: 32 hexadecimal digits, made by chance.</summary>
    public required string Name { get; init; }

    /// <summary>Moves on at each start, each minute of use and after each backup; see <see cref="Epochs.EpochFile"/>.</summary>
    public long Epoch { get; set; }

    /// <summary>Unix time in milliseconds that the service has seen on the server's clock: for sessions it never goes back behind that.</summary>
    public long LatestAt { get; set; }
}
