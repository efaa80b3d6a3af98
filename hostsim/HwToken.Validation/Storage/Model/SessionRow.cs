namespace HwToken.Validation.Storage.Model;

/// <summary>A row of <c>sessions</c>: an operator who has signed in. A session that ends is deleted.</summary>
internal sealed class SessionRow
{
    /// <summary>SHA-256 of the session's key.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Name of the operator.</summary>
    public required string Operator { get; init; }

    /// <summary>The operator's <see cref="OperatorRow.Stamp"/> when the password was compared.</summary>
    public required string Stamp { get; init; }

    /// <summary>Unix time in milliseconds when it began.</summary>
    public long BeganAt { get; init; }

    /// <summary>Unix time in milliseconds of the last request, to the minute.</summary>
    public long SeenAt { get; set; }

    /// <summary>MAC of the row.</summary>
    public byte[] Mac { get; set; } = [];
}
