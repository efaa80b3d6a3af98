using HwToken.Validation.Access;

namespace HwToken.Service.Portal.Desk;

/// <summary>Who stands in the audit, by the names that people know: operators, and the API keys by theirs.</summary>
internal sealed class AuditActors
{
    /// <summary>What stands before the name of an operator.</summary>
    public const string Operator = "desk";

    /// <summary>What stands before the number of an API key.</summary>
    public const string Key = "key";

    /// <summary>Digits of a number that pages show of a key without a name.</summary>
    public const int Shown = 4;

    private readonly IReadOnlyList<ApiKey> keys;
    private readonly Dictionary<string, ApiKey> byNumber;

    private AuditActors(IReadOnlyList<ApiKey> keys) => (this.keys, byNumber) = (keys, keys.ToDictionary(key => key.Id));

    /// <summary>Reads the keys' names.</summary>
    public static async Task<AuditActors> ReadAsync(ApiKeyStore keys, CancellationToken cancel) => new(await keys.ListAsync(cancel).ConfigureAwait(false));

    /// <summary>Takes an actor apart.</summary>
    /// <param name="actor">As the audit writes it: <c>desk:mori</c>, <c>key:46b1c0de</c>, <c>portal</c>.</param>
    public static (string Kind, string Name) Parts(string actor) => actor.Split(':', 2) is [var kind, var name] ? (kind, name) : (actor, "");

    /// <summary>The API key of this number, or null.</summary>
    public ApiKey? KeyOf(string number) => byNumber.GetValueOrDefault(number);

    /// <summary>The name alone, for files: an operator's, an API key's; empty where there is none.</summary>
    /// <param name="actor">As the audit writes it.</param>
    public string NameOf(string actor)
    {
        (string kind, string name) = Parts(actor);
        return kind == Key ? KeyOf(name)?.Name ?? "" : name;
    }

    /// <summary>Whom somebody means who types a name.</summary>
    /// <param name="typed">A name of an operator or of an API key, in any case; the beginning of a key's number, as pages show it; or an actor as the audit writes it.</param>
    /// <returns>Actors as the audit writes them; none for an empty text.</returns>
    public IReadOnlyList<string> Meant(string typed) => typed.Length == 0
        ? []
        : [typed, $"{Operator}:{typed.ToLowerInvariant()}", .. keys.Where(key => IsMeant(key, typed)).Select(key => $"{Key}:{key.Id}")];

    private static bool IsMeant(ApiKey key, string typed) =>
        key.Name.Equals(typed, StringComparison.OrdinalIgnoreCase) || (typed.Length >= Shown && key.Id.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
}
