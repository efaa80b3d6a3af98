namespace HwToken.Service.Api;

/// <summary>Where the API stands.</summary>
internal static class ApiRoutes
{
    /// <summary>Where programs ask, not people: no pages are answered there.</summary>
    public static readonly PathString[] Programs = [Root, Health, Ready, Metrics, "/openapi"];

    public const string Root = "/api";

    /// <summary>Below it stand credential IDs and nothing else: any maker's ID may read AUDIT or IMPORT.</summary>
    public const string Credentials = "/api/v1/credentials";

    public const string Imports = "/api/v1/imports";
    public const string Replacements = "/api/v1/replacements";
    public const string Audit = "/api/v1/audit";
    public const string Health = "/healthz";
    public const string Ready = "/readyz";
    public const string Metrics = "/metrics";
    public const string OpenApi = "/openapi/{documentName}.json";
}
