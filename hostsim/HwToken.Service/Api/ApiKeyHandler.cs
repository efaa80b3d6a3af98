using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Text.Encodings.Web;
using HwToken.Validation.Access;
using HwToken.Validation.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace HwToken.Service.Api;

/// <summary>Authenticates a caller by the API key in <c>Authorization: Bearer …</c>.</summary>
internal sealed class ApiKeyHandler(
    ApiKeyStore keys, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";
    private const string Bearer = "Bearer ";

    /// <summary>One ticket for as long as the store remembers the key: a busy caller does not pay for claims at each request.</summary>
    private static readonly ConditionalWeakTable<ApiKey, AuthenticationTicket> Tickets = [];

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        ApiKey? key = await keys.FindAsync(header[Bearer.Length..].Trim(), Context.RequestAborted).ConfigureAwait(false);
        if (key is null)
        {
            return AuthenticateResult.Fail("unknown API key");
        }

        return AuthenticateResult.Success(Tickets.GetValue(key, Ticket));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        // RFC 6750, 3: no error code when the request brought no key at all.
        Response.Headers.WWWAuthenticate = Request.Headers.Authorization.Count == 0 ? "Bearer" : "Bearer error=\"invalid_token\"";
        return Problems.Of(ErrorTable.KeyMissing, language: Problems.Language(Context)).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.Of(ErrorTable.KeyForbidden, language: Problems.Language(Context)).ExecuteAsync(Context);

    private static AuthenticationTicket Ticket(ApiKey key)
    {
        string role = key.Role == ApiRole.Operator ? ApiPolicies.Operator : ApiPolicies.RelyingParty;
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, $"key:{key.Id}"), new Claim(ClaimTypes.Role, role)], SchemeName);
        return new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName);
    }
}
