using System.CommandLine;
using HwToken.Service.Api;
using HwToken.Validation;
using HwToken.Validation.Access;

namespace HwToken.Service.Commands;

/// <summary><c>keys</c>: keys of the REST API, and the master key.</summary>
internal static class KeysCommand
{
    private const string Actor = "console";

    /// <summary>Describes the command.</summary>
    public static Command Create() => new("keys", "Keys of the REST API, and the master key. Works beside a running server.") { New(), List(), Revoke(), Rotate() };

    private static Command New()
    {
        var options = new ServiceOptions();
        var role = new Option<string>("--role") { Description = "relying-party (validates codes) or operator (everything).", HelpName = "ROLE", Required = true };
        role.AcceptOnlyFromAmong(ApiPolicies.RelyingParty, ApiPolicies.Operator);
        Command command = options.AddTo(new Command("new", """
            Makes an API key and prints it once; the database keeps its hash only.
            Example: keys new --role relying-party --data ./hwtoken-data
            """) { role });
        command.SetAction((parsed, cancel) => ServiceWork.RunAsync(options.Read(parsed), system => NewAsync(system, parsed.GetRequiredValue(role), cancel), cancel));
        return command;
    }

    private static async Task<int> NewAsync(ValidationSystem system, string role, CancellationToken cancel)
    {
        (ApiKey made, string secret) = await system.ApiKeys.CreateAsync(role == ApiPolicies.Operator ? ApiRole.Operator : ApiRole.RelyingParty, Actor, cancel).ConfigureAwait(false);
        await Console.Error.WriteLineAsync($"key {made.Id}, shown this once:").ConfigureAwait(false);
        await Console.Out.WriteLineAsync(secret).ConfigureAwait(false);
        return ExitStatus.Done;
    }

    private static Command List()
    {
        var options = new ServiceOptions();
        Command command = options.AddTo(new Command("list", """
            Lists the API keys by name and role.
            Example: keys list --data ./hwtoken-data
            """));
        command.SetAction((parsed, cancel) => ServiceWork.RunAsync(
            options.Read(parsed, OpenMode.ReadOnly),
            async system =>
            {
                foreach (ApiKey key in await system.ApiKeys.ListAsync(cancel).ConfigureAwait(false))
                {
                    await Console.Out.WriteLineAsync($"{key.Id} {key.Role} {(key.RevokedAt == 0 ? "in force" : "revoked")}").ConfigureAwait(false);
                }

                return ExitStatus.Done;
            },
            cancel));
        return command;
    }

    private static Command Revoke()
    {
        var options = new ServiceOptions();
        var id = new Option<string>("--id") { Description = "Name of the key, from 'keys list'.", HelpName = "ID", Required = true };
        Command command = options.AddTo(new Command("revoke", """
            Revokes an API key; servers that run follow within five seconds.
            Example: keys revoke --id 2a0077ba --data ./hwtoken-data
            """) { id });
        command.SetAction((parsed, cancel) => ServiceWork.RunAsync(
            options.Read(parsed, OpenMode.Existing),
            async system =>
            {
                if (await system.ApiKeys.RevokeAsync(parsed.GetRequiredValue(id), Actor, cancel).ConfigureAwait(false))
                {
                    return ExitStatus.Done;
                }

                await Console.Error.WriteLineAsync("No such key is in force. See 'keys list'.").ConfigureAwait(false);
                return ExitStatus.Failed;
            },
            cancel));
        return command;
    }

    private static Command Rotate()
    {
        var options = new ServiceOptions();
        Command command = options.AddTo(new Command("rotate", """
            Makes a new master key and seals every secret under it.
            Example: keys rotate --data ./hwtoken-data
            """));
        command.SetAction((parsed, cancel) => ServiceWork.RunAsync(
            options.Read(parsed, OpenMode.Existing),
            async system =>
            {
                await Console.Out.WriteLineAsync($"{await system.Rotation.RotateAsync(Actor).ConfigureAwait(false)} secrets sealed under a new master key").ConfigureAwait(false);
                return ExitStatus.Done;
            },
            cancel));
        return command;
    }
}
