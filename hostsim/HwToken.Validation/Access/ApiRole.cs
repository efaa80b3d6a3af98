namespace HwToken.Validation.Access;

/// <summary>What an API key may do. The numbers stand in the database: never renumber.</summary>
public enum ApiRole
{
    /// <summary>A service that lets its customers sign in: validate, test, resync, activate.</summary>
    RelyingParty = 1,

    /// <summary>The service desk: all of that, and everything else.</summary>
    Operator = 2,
}
