namespace HwToken.Provisioning;

/// <summary>Why a token could not be talked to. One cause, one value.</summary>
public enum ProvisioningFault
{
    /// <summary>Nothing answered in time.</summary>
    NoAnswer,

    /// <summary>Something answered that is no HwToken, or speaks another version.</summary>
    WrongProtocol,

    /// <summary>The token holds a committed credential already.</summary>
    AlreadyLocked,

    /// <summary>Lines kept arriving damaged, one way or the other.</summary>
    DamagedLines,

    /// <summary>The token refused the command.</summary>
    Refused,

    /// <summary>What the token's flash holds is not what was sent.</summary>
    ProofMismatch,
}
