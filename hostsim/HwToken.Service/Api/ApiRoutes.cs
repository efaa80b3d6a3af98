namespace HwToken.Service.Api;

/// <summary>Where the API stands.</summary>
internal static class ApiRoutes
{
    /// <summary>Where programs ask, not people: no pages are answered there.</summary>
    public static readonly PathString[] Programs = [Root, Health, Ready, Metrics, "/openapi"];

    public const string Root = "/api";
    public const string Credentials = "/api/v1/credentials";
    public const string Health = "/healthz";
    public const string Ready = "/readyz";
    public const string Metrics = "/metrics";
    public const string OpenApi = "/openapi/{documentName}.json";
}
