using System.Text.Json.Serialization;

namespace HwToken.Demo.Bank.Customers;

/// <summary>One customer of the demonstration service.</summary>
internal sealed record Customer
{
    /// <summary>Contract ID or user ID.</summary>
    public required string Id { get; init; }

    /// <summary>Which of the two registration forms the customer's product has.</summary>
    public required EnrolmentForm Form { get; init; }

    /// <summary>Hash of the password.</summary>
    public required string PasswordHash { get; init; }

    /// <summary>Hash of the password before it; null when there was none.</summary>
    public string? FormerPasswordHash { get; init; }

    /// <summary>When the password was set; null: it is the initial one, which the first sign-in changes.</summary>
    public DateTimeOffset? PasswordSetAt { get; init; }

    /// <summary>Wrong passwords in a row.</summary>
    public int PasswordFailures { get; init; }

    /// <summary>Only the desk lets this password in again.</summary>
    [JsonIgnore]
    public bool IsPasswordLocked => PasswordFailures >= CustomerBook.MaxPasswordFailures;

    /// <summary>Last day of the contract.</summary>
    public required DateTimeOffset ContractEnds { get; init; }

    /// <summary>Registered token; null: the password alone lets in.</summary>
    public string? TokenId { get; init; }

    /// <summary>The customer has reported the token as lost: nobody gets in until the desk has dealt with it.</summary>
    public bool IsReportedLost { get; init; }
}

/// <summary>How a token is registered.</summary>
internal enum EnrolmentForm
{
    /// <summary>Bank style: token ID and one code.</summary>
    OneCode,

    /// <summary>Reservation-service style: token ID and two codes in a row.</summary>
    TwoCodes,
}
