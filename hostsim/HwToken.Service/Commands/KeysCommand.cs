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
        var name = new Option<string>("--name") { Description = "What people call it, where the audit is read; default: its number alone.", HelpName = "NAME", DefaultValueFactory = _ => "" };
        name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { Length: > 0 } typed && !ApiKeyStore.IsName(typed))
            {
                result.AddError($"--name has 1 to {ApiKeyStore.MaxName} characters, none of them a control character, and no blank at either end.");
            }
        });
        Command command = options.AddTo(new Command("new", """
            Makes an API key and prints it once; the database keeps its hash only.
            Example: keys new --role relying-party --name "Sample Bank" --data ./hwtoken-data
            """) { role, name });
        command.SetAction((parsed, cancel) => ServiceWork.RunAsync(
            options.Read(parsed), system => NewAsync(system, parsed.GetRequiredValue(role), parsed.GetRequiredValue(name), cancel), cancel));
        return command;
    }

    private static async Task<int> NewAsync(ValidationSystem system, string role, string name, CancellationToken cancel)
    {
        if (name.Length > 0 && await system.ApiKeys.IsTakenAsync(name, cancel).ConfigureAwait(false))
        {
            await Console.Error.WriteLineAsync($"A key named '{name}' is in force. Revoke it first (keys revoke --id ID; 'keys list' tells the ID), or choose another name.").ConfigureAwait(false);
            return ExitStatus.Failed;
        }

        (ApiKey made, string secret) = await system.ApiKeys.CreateAsync(role == ApiPolicies.Operator ? ApiRole.Operator : ApiRole.RelyingParty, Actor, name, cancel).ConfigureAwait(false);
        await Console.Error.WriteLineAsync($"key {made.Id}{(name.Length > 0 ? $" ({name})" : "")}, shown this once:").ConfigureAwait(false);
        await Console.Out.WriteLineAsync(secret).ConfigureAwait(false);
        return ExitStatus.Done;
    }

    private static Command List()
    {
        var options = new ServiceOptions();
        Command command = options.AddTo(new Command("list", """
            Lists the API keys: number, role, whether it is in force, name.
            Example: keys list --data ./hwtoken-data
            """));
        command.SetAction((parsed, cancel) => ServiceWork.RunAsync(
            options.Read(parsed, OpenMode.ReadOnly),
            async system =>
            {
                foreach (ApiKey key in await system.ApiKeys.ListAsync(cancel).ConfigureAwait(false))
                {
                    await Console.Out.WriteLineAsync($"{key.Id} {key.Role} {(key.RevokedAt == 0 ? "in force" : "revoked")} {key.Name}".TrimEnd()).ConfigureAwait(false);
                }

                return ExitStatus.Done;
            },
            cancel));
        return command;
    }

    private static Command Revoke()
    {
        var options = new ServiceOptions();
        var id = new Option<string>("--id") { Description = "Number of the key, from 'keys list'.", HelpName = "ID", Required = true };
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
