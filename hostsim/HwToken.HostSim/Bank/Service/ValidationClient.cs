using System.Net.Http.Headers;
using System.Text.Json;
using HwToken.Validation.Errors;

namespace HwToken.HostSim.Bank.Service;

/// <summary>The validation service as a relying party sees it: its REST API and a key, nothing else.</summary>
/// <param name="http">A client.</param>
/// <param name="service">Address of the service; known once it listens.</param>
/// <param name="key">API key of the role relying-party.</param>
internal sealed class ValidationClient(HttpClient http, Func<Uri> service, string key)
{
    private readonly AcceptedCodes accepted = new();

    public Task<TokenCheck> ValidateAsync(string id, string code, CancellationToken cancel) => PostAsync(id, "validate", new { code }, [code], cancel);

    public Task<TokenCheck> ResyncAsync(string id, string code1, string code2, CancellationToken cancel) => PostAsync(id, "resync", new { code1, code2 }, [code1, code2], cancel);

    /// <summary>True when this code was accepted here lately: the service need not be asked.</summary>
    public bool IsUsed(string id, string code) => accepted.Has(id, code);

    /// <summary>First enrolment with one code. A token that serves another service already proves itself by a plain validation: one token may
    /// serve several services.</summary>
    public async Task<TokenCheck> EnrolAsync(string id, string code, CancellationToken cancel)
    {
        TokenCheck check = await PostAsync(id, "activate", new { code }, [code], cancel).ConfigureAwait(false);
        return check.Error == ErrorTable.AlreadyEnrolled ? await ValidateAsync(id, code, cancel).ConfigureAwait(false) : check;
    }

    /// <summary>First enrolment with two codes in a row.</summary>
    public async Task<TokenCheck> EnrolAsync(string id, string code1, string code2, CancellationToken cancel)
    {
        TokenCheck check = await PostAsync(id, "activate", new { code1, code2 }, [code1, code2], cancel).ConfigureAwait(false);
        return check.Error == ErrorTable.AlreadyEnrolled ? await ResyncAsync(id, code1, code2, cancel).ConfigureAwait(false) : check;
    }

    private async Task<TokenCheck> PostAsync<T>(string id, string what, T body, string[] codes, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(service(), $"/api/v1/credentials/{Uri.EscapeDataString(id)}/{what}"))
            {
                Content = JsonContent.Create(body),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            using HttpResponseMessage answer = await http.SendAsync(request, cancel).ConfigureAwait(false);
            using JsonDocument json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel).ConfigureAwait(false));
            JsonElement root = json.RootElement;
            if (answer.IsSuccessStatusCode && root.GetProperty("result").GetString() == "accepted")
            {
                Array.ForEach(codes, code => accepted.Add(id, code));
                return new TokenCheck((ServiceError?)null);
            }

            string? code = root.TryGetProperty("error", out JsonElement error) ? error.GetString() : null;
            return new TokenCheck(ErrorTable.All.FirstOrDefault(known => known.Code == code) ?? ErrorTable.Unavailable);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or KeyNotFoundException)
        {
            return new TokenCheck(ErrorTable.Unavailable);
        }
    }
}
