namespace HwToken.Validation.Outcomes;

/// <summary>Why a code or a verb was refused.</summary>
public enum RejectReason
{
    /// <summary>Not 6 to 8 digits, or not as many as the token's codes have. Not counted.</summary>
    Malformed,

    /// <summary>No such credential ID.</summary>
    UnknownCredential,

    /// <summary>Two codes of a pair are one number, which no token shows. Not counted.</summary>
    CodesEqual,

    /// <summary>In no window.</summary>
    WrongCode,

    /// <summary>Of a factor that was used or passed over. People get the same answer as for a wrong code.</summary>
    Replayed,

    /// <summary>The pair is not two consecutive, unused codes of this token.</summary>
    NotConsecutive,

    /// <summary>Ten failures: only an operator unlocks.</summary>
    Locked,

    /// <summary>Suspended as lost.</summary>
    Suspended,

    /// <summary>Revoked for good.</summary>
    Revoked,

    /// <summary>Imported but not enrolled.</summary>
    NotEnrolled,

    /// <summary>Enrolled already.</summary>
    AlreadyEnrolled,

    /// <summary>Before its first or after its last day.</summary>
    OutsideValidity,

    /// <summary>After a restored database: two codes in a row, with a password or at the desk, have to come first. Not counted.</summary>
    NeedsPair,

    /// <summary>The desk's verb does not fit the state.</summary>
    WrongState,
}
