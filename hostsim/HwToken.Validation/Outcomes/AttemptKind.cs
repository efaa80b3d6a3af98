namespace HwToken.Validation.Outcomes;

/// <summary>What a code is used for. All kinds use it up.</summary>
public enum AttemptKind
{
    /// <summary>Sign-in.</summary>
    Validate,

    /// <summary>The public token test.</summary>
    Test,

    /// <summary>Two codes that re-align counter or clock.</summary>
    Resync,

    /// <summary>First enrolment with one code or two.</summary>
    Activate,
}
