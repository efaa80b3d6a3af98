namespace HwToken.Pskc;

/// <summary>What a lot file says of itself, in an Extensions element that the signature covers and other readers skip. Trust it only when
/// the signature is <see cref="PskcSignatureStatus.Valid"/>. Count, first and last ID are compared with the key packages on reading.</summary>
public sealed record PskcLot
{
    /// <summary>Name of the lot.</summary>
    public required string LotId { get; init; }

    /// <summary>Number of key packages. Set by the writer.</summary>
    public int Count { get; init; }

    /// <summary>ID of the first key package, null in an empty lot. Set by the writer.</summary>
    public string? FirstId { get; init; }

    /// <summary>ID of the last key package, null in an empty lot. Set by the writer.</summary>
    public string? LastId { get; init; }

    /// <summary>Head of the lot's audit chain as hexadecimal digits, or null.</summary>
    public string? AuditHead { get; init; }

    /// <summary>Scrapped units.</summary>
    public IReadOnlyList<PskcScrap> Scrapped { get; init; } = [];
}
