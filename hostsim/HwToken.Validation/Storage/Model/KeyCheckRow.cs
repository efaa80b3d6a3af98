namespace HwToken.Validation.Storage.Model;

/// <summary>A row of <c>key_checks</c>: tells whether a key of the key file is the one that this database is used with.</summary>
internal sealed class KeyCheckRow
{
    /// <summary>Number of the master key; <see cref="Keys.KeyCheck.Audit"/> for the audit key.</summary>
    public int Key { get; init; }

    /// <summary>See <see cref="Keys.KeyCheck"/>.</summary>
    public required byte[] Value { get; init; }
}
