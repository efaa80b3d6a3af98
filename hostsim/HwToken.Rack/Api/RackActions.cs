using HwToken.Provisioning;
using HwToken.Rack.Contract;
using HwToken.Rack.Live;

namespace HwToken.Rack.Api;

/// <summary>Making and naming tokens.</summary>
internal static class RackActions
{
    private const int LongestName = 60;

    /// <summary>Makes tokens.</summary>
    /// <param name="rack">Where.</param>
    /// <param name="body">What; null: a blank one.</param>
    /// <param name="read">Reads a seed file's text, key and passphrase; null: this rack takes none.</param>
    public static IReadOnlyList<RackItem> New(TokenRack rack, Requests.NewTokens? body, Func<string, string?, string?, IReadOnlyList<NewCredential>>? read)
    {
        body ??= new Requests.NewTokens(null, null, null, null, null, null, null);
        string? name = Checked(body.Name);
        bool isOfOne = body is not { Otpauth: null, Random: null, CredentialId: null };
        if (body.Seeds is { } seeds)
        {
            return isOfOne || read is null
                ? throw RefusalException.BadRequest(read is null
                    ? "Seed files need the program: this page takes an \"otpauth\" URI or \"random\"."
                    : "Give only one of \"otpauth\", \"random\" and \"seeds\"; a file brings its own credential IDs.")
                : Items(rack.New(read(seeds, body.Key, body.Passphrase), name));
        }

        if (isOfOne)
        {
            return Items(rack.New([TestCredential.From(new Requests.Provision(body.Otpauth, body.Random, body.CredentialId))], name));
        }

        TokenSlot blank = rack.New();
        blank.Name = name;
        return [blank.Item()];
    }

    /// <summary>Names a token; null takes the name away.</summary>
    public static RackItem Rename(TokenSlot slot, Requests.Rename body)
    {
        slot.Name = Checked(body.Name);
        return slot.Item();
    }

    private static IReadOnlyList<RackItem> Items(IReadOnlyList<TokenSlot> slots) => [.. slots.Select(slot => slot.Item())];

    private static string? Checked(string? name) => name is null || (name.Length is > 0 and <= LongestName && !name.Any(char.IsControl))
        ? name
        : throw RefusalException.BadRequest($"A name has 1 to {LongestName} characters on one line.");
}
