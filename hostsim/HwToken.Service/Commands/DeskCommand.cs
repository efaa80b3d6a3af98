using System.CommandLine;
using System.Security.Cryptography;
using HwToken.Pskc;
using HwToken.Service.Portal.Desk;
using HwToken.Validation;
using HwToken.Validation.Rules;

namespace HwToken.Service.Commands;

/// <summary><c>desk new</c>, <c>desk unlock</c>: operators of the service desk.</summary>
internal static class DeskCommand
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int PasswordLength = 16;

    /// <summary>Describes the command.</summary>
    public static Command Create() => new("desk", "Operators of the service desk. Works beside a running server.") { New(), Unlock() };

    private static Command New()
    {
        var options = new ServiceOptions();
        var name = new Option<string>("--name") { Description = "Name to sign in with.", HelpName = "NAME", Required = true };
        var token = new Option<string>("--token") { Description = "Credential ID of the operator's own token, imported and active.", HelpName = "ID", Required = true };
        Command make = options.AddTo(new Command("new", """
            Makes an operator, or gives one a new password, and prints the password once. It holds at once, in servers that run too.
            Example: desk new --name mori --token DPOP12345678 --data ./hwtoken-data
            """) { name, token });
        make.SetAction((parsed, cancel) => ServiceWork.RunAsync(
            options.Read(parsed, OpenMode.Existing), system => NewAsync(system, parsed.GetRequiredValue(name), parsed.GetRequiredValue(token), cancel), cancel));
        return make;
    }

    private static Command Unlock()
    {
        var options = new ServiceOptions();
        var name = new Option<string>("--name") { Description = "The operator's name.", HelpName = "NAME", Required = true };
        Command unlock = options.AddTo(new Command("unlock", """
            Lets an operator in again whom wrong passwords or wrong codes have locked out.
            Example: desk unlock --name mori --data ./hwtoken-data
            """)
        { name });
        unlock.SetAction((parsed, cancel) => ServiceWork.RunAsync(options.Read(parsed, OpenMode.Existing), system => UnlockAsync(system, parsed.GetRequiredValue(name), cancel), cancel));
        return unlock;
    }

    private static async Task<int> UnlockAsync(ValidationSystem system, string name, CancellationToken cancel)
    {
        if (new Operators(system.DataFolderPath).Unlock(name) is not { } person)
        {
            await Console.Error.WriteLineAsync($"There is no operator '{name}' in this data folder. Check --name and --data, or make one with 'desk new'.").ConfigureAwait(false);
            return ExitStatus.Failed;
        }

        DeskResult token = await system.Desk.ApplyAsync(person.TokenId, DeskVerb.Unlock, "console", cancel).ConfigureAwait(false);
        await Console.Out.WriteLineAsync($"operator {person.Name}: password unlocked; token {person.TokenId}: {(token.Refusal is null ? "unlocked" : "was not locked")}").ConfigureAwait(false);
        return ExitStatus.Done;
    }

    private static async Task<int> NewAsync(ValidationSystem system, string name, string token, CancellationToken cancel)
    {
        if (await system.Desk.GetAsync(token, cancel).ConfigureAwait(false) is not { State: CredentialState.Active } credential)
        {
            await Console.Error.WriteLineAsync("There is no active token with this credential ID. Import it with ?activate=true first.").ConfigureAwait(false);
            return ExitStatus.Failed;
        }

        string password = RandomNumberGenerator.GetString(Letters, PasswordLength);
        new Operators(system.DataFolderPath).Put(name, password, AnyCredentialId.TryKey(token, out string id) ? id : credential.Id);
        await system.Desk.SetOperatorsAsync(credential.Id, true, "console", cancel).ConfigureAwait(false);
        await Console.Error.WriteLineAsync($"operator {name} with token {credential.Id}; password, shown this once:").ConfigureAwait(false);
        await Console.Out.WriteLineAsync(password).ConfigureAwait(false);
        return ExitStatus.Done;
    }
}
