using System.Net.Http.Headers;
using System.Text.Json;
using HwToken.Demo.Bank.Causes;
using HwToken.Service.Portal.Web;

namespace HwToken.Demo.Bank.Codes;

/// <summary>The validation service as a relying party sees it: its REST API and a key, nothing else.</summary>
/// <param name="http">A client.</param>
/// <param name="service">Address of the service; known once it listens.</param>
/// <param name="key">API key of the role relying-party.</param>
internal sealed class ValidationClient(HttpClient http, Func<Uri> service, string key)
{
    private readonly AcceptedCodes accepted = new();

    public Task<TokenCheck> ValidateAsync(LocalText text, string id, string code, CancellationToken cancel) => PostAsync(text, id, "validate", new { code }, [code], cancel);

    public Task<TokenCheck> ResyncAsync(LocalText text, string id, string code1, string code2, CancellationToken cancel) =>
        PostAsync(text, id, "resync", new { code1, code2 }, [code1, code2], cancel);

    /// <summary>True when this code was accepted here lately: the service need not be asked.</summary>
    public bool IsUsed(string id, string code) => accepted.Has(id, code);

    /// <summary>First enrolment with one code, for a holder: the user ID, by which the service desk finds the token. A token that serves another service
    /// already proves itself by a plain validation, and its holder stays: one token may serve several services.</summary>
    public async Task<TokenCheck> EnrolAsync(LocalText text, string id, string code, string holder, CancellationToken cancel)
    {
        TokenCheck check = await PostAsync(text, id, "activate", new { code, holder }, [code], cancel).ConfigureAwait(false);
        return IsEnrolled(check) ? await ValidateAsync(text, id, code, cancel).ConfigureAwait(false) : check;
    }

    /// <summary>First enrolment with two codes in a row, for a holder.</summary>
    public async Task<TokenCheck> EnrolAsync(LocalText text, string id, string code1, string code2, string holder, CancellationToken cancel)
    {
        TokenCheck check = await PostAsync(text, id, "activate", new { code1, code2, holder }, [code1, code2], cancel).ConfigureAwait(false);
        return IsEnrolled(check) ? await ResyncAsync(text, id, code1, code2, cancel).ConfigureAwait(false) : check;
    }

    private static bool IsEnrolled(TokenCheck check) => check.Refusal?.Code == "RMCFXLGN001033E";

    private async Task<TokenCheck> PostAsync<T>(LocalText text, string id, string what, T body, string[] codes, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(service(), $"/api/v1/credentials/{Uri.EscapeDataString(id)}/{what}"))
            {
                Content = JsonContent.Create(body),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            request.Headers.AcceptLanguage.ParseAdd(text.Language);
            using HttpResponseMessage answer = await http.SendAsync(request, cancel).ConfigureAwait(false);
            using JsonDocument json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel).ConfigureAwait(false));
            JsonElement root = json.RootElement;
            if (answer.IsSuccessStatusCode && root.GetProperty("result").GetString() == "accepted")
            {
                Array.ForEach(codes, code => accepted.Add(id, code));
                return new TokenCheck((Refusal?)null);
            }

            return new TokenCheck(new Refusal(
                root.GetProperty("error").GetString()!,
                root.GetProperty("message").GetString()!,
                answer.IsSuccessStatusCode ? StatusCodes.Status422UnprocessableEntity : (int)answer.StatusCode,
                BankCauses.OfToken(text, root.GetProperty("cause").GetString()!, root.GetProperty("next").GetString()!))
            {
                TriesLeft = root.TryGetProperty("triesLeft", out JsonElement left) ? left.GetInt32() : null,
            });
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new TokenCheck(Refusals.NoAnswer(text));
        }
    }
}

/// <summary>What the validation service answered.</summary>
/// <param name="Refusal">Null when the code was accepted.</param>
internal sealed record TokenCheck(Refusal? Refusal)
{
    public bool IsAccepted => Refusal is null;
}
