namespace HwToken.Factory.Ledger;

/// <summary>What an audit entry tells. The numbers stand in ledgers: never renumber.</summary>
public enum AuditKind
{
    /// <summary>The lot was made: Count, First, Last.</summary>
    Created = 1,

    /// <summary>Credentials were added: Count, First, Last.</summary>
    Extended = 2,

    /// <summary>A station took the unit: from now on a token may have seen it.</summary>
    Taken = 3,

    /// <summary>COMMIT may be sent from now on.</summary>
    CommitIntended = 4,

    /// <summary>A token has committed the unit.</summary>
    Written = 5,

    /// <summary>The token passed every check; Clock, when it has one.</summary>
    Verified = 6,

    /// <summary>The label was made.</summary>
    Labelled = 7,

    /// <summary>The unit was given up: From, Text (the reason).</summary>
    Scrapped = 8,

    /// <summary>A token's clock was measured: Clock.</summary>
    ClockMeasured = 9,

    /// <summary>A token's clock was set.</summary>
    ClockSet = 10,

    /// <summary>A token's clock stands still or is missing.</summary>
    ClockStopped = 11,

    /// <summary>A token was erased.</summary>
    Erased = 12,

    /// <summary>Every labelled unit was sealed: Count, First (profile), Last (SHA-256 of the file).</summary>
    Sealed = 13,

    /// <summary>A list with secrets in clear is about to be written: Text (its format).</summary>
    Exporting = 14,

    /// <summary>Every secret was destroyed after a receipt: Count, First (service), Last (when it imported).</summary>
    SecretsDestroyed = 15,

    /// <summary>The lot was taken over at another place: Text; Count units were scrapped with it.</summary>
    Adopted = 16,

    /// <summary>A person declared the bench's clock right although the trail speaks against it. Clocks of tokens written before are in doubt.</summary>
    ClockDeclaredRight = 17,
}
