namespace HwToken.Service.Portal.Pages;

/// <summary>How far a token reset has come.</summary>
internal enum ResetStep
{
    /// <summary>The credential ID is asked for.</summary>
    Id,

    /// <summary>What was typed is no credential ID.</summary>
    NoSuchId,

    /// <summary>Two codes are asked for.</summary>
    Codes,

    /// <summary>The codes did not fit. Retry starts again at the credential ID.</summary>
    Failed,

    /// <summary>The reset is closed for this ID.</summary>
    Closed,

    /// <summary>The token is back in step.</summary>
    Done,
}
