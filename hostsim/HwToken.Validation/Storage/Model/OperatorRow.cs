using HwToken.Validation.Access;

namespace HwToken.Validation.Storage.Model;

/// <summary>A row of <c>operators</c>: a person at the service desk.</summary>
internal sealed class OperatorRow
{
    /// <summary>Lower-case name.</summary>
    public required string Name { get; init; }

    /// <summary>Hash of the password, as the portal makes it.</summary>
    public required string PasswordHash { get; set; }

    /// <summary>Credential ID of the operator's own token.</summary>
    public required string TokenId { get; set; }

    /// <summary>Wrong passwords in a row, the attempt in hand included.</summary>
    public int Failures { get; set; }

    /// <summary>Made by chance with each new password: sessions that began before know another one.</summary>
    public required string Stamp { get; set; }

    /// <summary>MAC of the row.</summary>
    public byte[] Mac { get; set; } = [];

    public DeskOperator ToOperator() => new(Name, PasswordHash, TokenId, Failures, Stamp);
}
