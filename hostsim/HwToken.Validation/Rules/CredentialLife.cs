namespace HwToken.Validation.Rules;

/// <summary>The life of a credential as one table: inactive → active; active ⇄ suspended; anything → revoked, from where nothing leads away.</summary>
public static class CredentialLife
{
    /// <summary>The state after a verb, or null when the verb does not fit.</summary>
    /// <param name="state">State before.</param>
    /// <param name="isEnrolled">Whether a customer ever enrolled it: resuming leads back to where it was.</param>
    /// <param name="isLocked">Whether failures have locked it.</param>
    /// <param name="verb">What the operator wants.</param>
    public static CredentialState? After(CredentialState state, bool isEnrolled, bool isLocked, DeskVerb verb) => (state, verb) switch
    {
        (CredentialState.Revoked, _) => null,
        (_, DeskVerb.Revoke) => CredentialState.Revoked,
        (_, DeskVerb.Unlock) => isLocked ? state : null,
        (CredentialState.Suspended, DeskVerb.Resume) => isEnrolled ? CredentialState.Active : CredentialState.Inactive,
        (CredentialState.Inactive or CredentialState.Active, DeskVerb.Suspend) => CredentialState.Suspended,
        _ => null,
    };
}
