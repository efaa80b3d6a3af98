using System.CommandLine;
using System.Security.Cryptography;
using HwToken.Service.Portal.Desk;
using HwToken.Validation;
using HwToken.Validation.Access;
using HwToken.Validation.Rules;

namespace HwToken.Service.Commands;

/// <summary><c>desk new</c>, <c>desk list</c>, <c>desk unlock</c>, <c>desk remove</c>: operators of the service desk.</summary>
internal static class DeskCommand
{
    private const string Actor = "console";
    private const string Letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int PasswordLength = 16;

    /// <summary>Describes the command.</summary>
    public static Command Create() => new("desk", "Operators of the service desk. Works beside a running server.") { New(), List(), Unlock(), Remove() };

    private static Command New()
    {
        var options = new ServiceOptions();
        var name = new Option<string>("--name") { Description = "Name to sign in with.", HelpName = "NAME", Required = true };
        var token = new Option<string>("--token") { Description = "Credential ID of the operator's own token, imported and active.", HelpName = "ID", Required = true };
        Command make = options.AddTo(new Command("new", """
            Makes an operator, or gives one a new password, and prints the password once. It holds at once, in servers that run too; sessions of the old one end.
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

    private static Command List()
    {
        var options = new ServiceOptions();
        Command list = options.AddTo(new Command("list", """
            Lists the operators, their tokens, and who is locked out.
            Example: desk list --data ./hwtoken-data
            """));
        list.SetAction((parsed, cancel) => ServiceWork.RunAsync(
            options.Read(parsed, OpenMode.ReadOnly),
            async system =>
            {
                foreach (DeskOperator person in await system.Operators.ListAsync(cancel).ConfigureAwait(false))
                {
                    await Console.Out.WriteLineAsync($"{person.Name} {person.TokenId} {(person.Failures >= Operators.MaxFailures ? "password locked" : "in force")}").ConfigureAwait(false);
                }

                return ExitStatus.Done;
            },
            cancel));
        return list;
    }

    private static Command Remove()
    {
        var options = new ServiceOptions();
        var name = new Option<string>("--name") { Description = "The operator's name.", HelpName = "NAME", Required = true };
        Command remove = options.AddTo(new Command("remove", """
            Removes an operator. Sessions that are open end at their next request, in servers that run too; the token stays as it is.
            Example: desk remove --name mori --data ./hwtoken-data
            """)
        { name });
        remove.SetAction((parsed, cancel) => ServiceWork.RunAsync(options.Read(parsed, OpenMode.Existing), system => RemoveAsync(system, parsed.GetRequiredValue(name), cancel), cancel));
        return remove;
    }

    private static async Task<int> RemoveAsync(ValidationSystem system, string name, CancellationToken cancel)
    {
        if (await system.Operators.RemoveAsync(name, Actor, cancel).ConfigureAwait(false) is not { } person)
        {
            return await TellNobodyAsync(name).ConfigureAwait(false);
        }

        bool isShared = (await system.Operators.ListAsync(cancel).ConfigureAwait(false)).Any(other => other.TokenId == person.TokenId);
        if (!isShared)
        {
            await system.Desk.SetOperatorsAsync(person.TokenId, false, Actor, cancel).ConfigureAwait(false);
        }

        string token = isShared ? "is another operator's, too" : "is no operator's any more; revoke it at the desk if it is lost";
        await Console.Out.WriteLineAsync($"operator {person.Name} removed; token {person.TokenId} {token}").ConfigureAwait(false);
        return ExitStatus.Done;
    }

    private static async Task<int> TellNobodyAsync(string name)
    {
        await Console.Error.WriteLineAsync($"There is no operator '{name}'. Check --name, --data and --db, see 'desk list', or make one with 'desk new'.").ConfigureAwait(false);
        return ExitStatus.Failed;
    }

    private static async Task<int> UnlockAsync(ValidationSystem system, string name, CancellationToken cancel)
    {
        if (await system.Operators.UnlockAsync(name, Actor, cancel).ConfigureAwait(false) is not { } person)
        {
            return await TellNobodyAsync(name).ConfigureAwait(false);
        }

        DeskResult token = await system.Desk.ApplyAsync(person.TokenId, DeskVerb.Unlock, Actor, cancel).ConfigureAwait(false);
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
        await new Operators(system.Operators).PutAsync(name, password, credential.Id, Actor, cancel: cancel).ConfigureAwait(false);
        await system.Desk.SetOperatorsAsync(credential.Id, true, Actor, cancel).ConfigureAwait(false);
        await Console.Error.WriteLineAsync($"operator {name} with token {credential.Id}; password, shown this once:").ConfigureAwait(false);
        await Console.Out.WriteLineAsync(password).ConfigureAwait(false);
        return ExitStatus.Done;
    }
}
