namespace HwToken.Validation.Access;

/// <summary>A key of the REST API, as far as it can be told.</summary>
/// <param name="Id">Short name of the key, for the audit and for revoking it; not secret.</param>
/// <param name="Role">What it may do.</param>
/// <param name="CreatedAt">Unix time in milliseconds.</param>
/// <param name="RevokedAt">Unix time in milliseconds, or 0.</param>
public sealed record ApiKey(string Id, ApiRole Role, long CreatedAt, long RevokedAt);
