using System.CommandLine;
using System.Security.Cryptography;
using HwToken.Core;
using HwToken.HostSim.Portal.Desk;
using HwToken.Validation;

namespace HwToken.HostSim.Commands;

/// <summary><c>desk new</c>: an operator of the service desk.</summary>
internal static class DeskCommand
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int PasswordLength = 16;

    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var options = new ServiceOptions();
        var name = new Option<string>("--name") { Description = "Name to sign in with.", HelpName = "NAME", Required = true };
        var token = new Option<string>("--token") { Description = "Credential ID of the operator's own token, imported and active.", HelpName = "ID", Required = true };
        Command make = options.AddTo(new Command("new", "Makes an operator, or gives one a new password, and prints the password once. Restart the server afterwards.") { name, token });
        make.SetAction((parsed, cancel) => ServiceWork.RunAsync(
            options.Read(parsed), system => NewAsync(system, parsed.GetRequiredValue(name), parsed.GetRequiredValue(token), cancel), cancel));
        return new Command("desk", "Operators of the service desk.") { make };
    }

    private static async Task<int> NewAsync(ValidationSystem system, string name, string token, CancellationToken cancel)
    {
        if (await system.Desk.GetAsync(token, cancel).ConfigureAwait(false) is not { State: CredentialState.Active } credential)
        {
            await Console.Error.WriteLineAsync("There is no active token with this credential ID. Import it with ?activate=true first.").ConfigureAwait(false);
            return ExitStatus.Failed;
        }

        string password = RandomNumberGenerator.GetString(Letters, PasswordLength);
        new Operators(system.DataFolderPath).Put(name, password, CredentialId.TryParse(token, out string id) ? id : credential.Id);
        await Console.Error.WriteLineAsync($"operator {name} with token {credential.Id}; password, told this once:").ConfigureAwait(false);
        await Console.Out.WriteLineAsync(password).ConfigureAwait(false);
        return ExitStatus.Done;
    }
}
