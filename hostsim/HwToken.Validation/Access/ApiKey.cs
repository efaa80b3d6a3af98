namespace HwToken.Validation.Access;

/// <summary>A key of the REST API, as far as it can be told.</summary>
/// <param name="Id">The key's number, for the audit and for revoking it: eight hexadecimal digits; not secret.</param>
/// <param name="Name">What people call it; empty when it was given no name.</param>
/// <param name="Role">What it may do.</param>
/// <param name="CreatedAt">Unix time in milliseconds.</param>
/// <param name="RevokedAt">Unix time in milliseconds, or 0.</param>
public sealed record ApiKey(string Id, string Name, ApiRole Role, long CreatedAt, long RevokedAt);
