using HwToken.Validation.Access;

namespace HwToken.Validation.Storage.Model;

/// <summary>A row of <c>api_keys</c>.</summary>
internal sealed class ApiKeyRow
{
    /// <summary>SHA-256 of the key.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The key's number.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it; may be empty.</summary>
    public string Name { get; init; } = "";

    public ApiRole Role { get; init; }

    /// <summary>Unix time in milliseconds.</summary>
    public long CreatedAt { get; init; }

    /// <summary>Unix time in milliseconds; 0 while it is in force.</summary>
    public long RevokedAt { get; set; }

    /// <summary>MAC of the row.</summary>
    public byte[] Mac { get; set; } = [];

    public ApiKey ToKey() => new(Id, Name, Role, CreatedAt, RevokedAt);
}
