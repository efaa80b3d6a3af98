using HwToken.Validation;
using HwToken.Validation.Access;
using HwToken.Validation.Audit;
using HwToken.Validation.Keys;
using HwToken.Validation.Storage;

namespace HwToken.HostSim.Api;

/// <summary>The commands of the API: <c>serve</c>, <c>keys new|list|revoke|rotate</c>, <c>audit verify</c>.</summary>
internal static class ApiCommands
{
    private const string Usage =
        "serve [--url http://127.0.0.1:5080] | keys new --role relying-party|operator | keys list | keys revoke --id ID | keys rotate | audit verify\n"
        + "each with [--data DIR] [--db CONNECTION] [--key-file FILE]";

    public static async Task<int> RunAsync(string[] args)
    {
        string[] words = [.. args.TakeWhile(word => !word.StartsWith("--", StringComparison.Ordinal))];
        Dictionary<string, string> options = args.Skip(words.Length).Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
        var settings = new ValidationOptions
        {
            DataFolder = options.GetValueOrDefault("--data") ?? ValidationOptions.DefaultDataFolder,
            Connection = options.GetValueOrDefault("--db"),
            KeyFile = options.GetValueOrDefault("--key-file"),
        };
        try
        {
            ValidationSystem system = await ValidationSystem.OpenAsync(settings).ConfigureAwait(false);
            await using (system.ConfigureAwait(false))
            {
                return await RunAsync(string.Join(' ', words), options, system).ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (failure is KeyHolderException or StorageException or ArgumentException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync(failure.Message).ConfigureAwait(false);
            return 1;
        }
    }

    private static async Task<int> RunAsync(string command, Dictionary<string, string> options, ValidationSystem system)
    {
        switch (command)
        {
            case "serve" or "":
                WebApplication app = ApiServer.Build(options.GetValueOrDefault("--url") ?? "http://127.0.0.1:5080", system);
                await app.StartAsync().ConfigureAwait(false);
                Console.WriteLine($"HwToken listens at {string.Join(' ', app.Urls)}");
                await app.WaitForShutdownAsync().ConfigureAwait(false);
                await app.DisposeAsync().ConfigureAwait(false);
                return 0;
            case "keys new" when Role(options.GetValueOrDefault("--role")) is { } role:
                (ApiKey made, string secret) = await system.ApiKeys.CreateAsync(role, "console").ConfigureAwait(false);
                await Console.Error.WriteLineAsync($"key {made.Id}, told this once:").ConfigureAwait(false);
                Console.WriteLine(secret);
                return 0;
            case "keys list":
                foreach (ApiKey key in await system.ApiKeys.ListAsync().ConfigureAwait(false))
                {
                    Console.WriteLine($"{key.Id} {key.Role} {(key.RevokedAt == 0 ? "in force" : "revoked")}");
                }

                return 0;
            case "keys revoke" when options.TryGetValue("--id", out string? id):
                return await system.ApiKeys.RevokeAsync(id, "console").ConfigureAwait(false) ? 0 : 1;
            case "keys rotate":
                Console.WriteLine($"{await system.Rotation.RotateAsync("console").ConfigureAwait(false)} secrets sealed under a new master key");
                return 0;
            case "audit verify":
                AuditVerdict verdict = await system.Audit.VerifyAsync().ConfigureAwait(false);
                Console.WriteLine($"{verdict.Entries} entries in {verdict.Chains} chains: {(verdict.IsSound ? "sound" : "NOT SOUND")}");
                verdict.Faults.ToList().ForEach(Console.WriteLine);
                return verdict.IsSound ? 0 : 1;
            default:
                await Console.Error.WriteLineAsync(Usage).ConfigureAwait(false);
                return 2;
        }
    }

    private static ApiRole? Role(string? word) => word switch
    {
        ApiPolicies.RelyingParty => ApiRole.RelyingParty,
        ApiPolicies.Operator => ApiRole.Operator,
        _ => null,
    };
}
