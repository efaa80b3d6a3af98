using Microsoft.AspNetCore.Authorization;

namespace HwToken.Service.Api;

/// <summary>Who may do what. The role's name is the policy's name.</summary>
internal static class ApiPolicies
{
    public const string RelyingParty = "relying-party";
    public const string Operator = "operator";

    public static void Build(AuthorizationPolicyBuilder policy, params string[] roles) => policy
        .AddAuthenticationSchemes(ApiKeyHandler.SchemeName)
        .RequireAuthenticatedUser()
        .RequireRole(roles);
}
