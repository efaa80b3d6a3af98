namespace HwToken.HostSim.Api;

/// <summary>Where the API stands.</summary>
internal static class ApiRoutes
{
    public const string Root = "/api";
    public const string Credentials = "/api/v1/credentials";
    public const string Health = "/healthz";
    public const string Metrics = "/metrics";
    public const string OpenApi = "/openapi/{documentName}.json";
}
