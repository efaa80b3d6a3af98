using System.CommandLine;
using HwToken.Validation;

namespace HwToken.Service.Commands;

/// <summary>Options of every <c>serve</c>: what it keeps where, and how it imports.</summary>
public sealed class ServeOptions
{
    private readonly ServiceOptions service = new();

    private readonly Option<string?> name = new("--service-name") { Description = "Name of this service in the receipts that it signs.", HelpName = "NAME" };

    private readonly Option<string?> signers = new("--import-certs")
    {
        Description = "Takes only PSKC files signed by one of the certificates in this PEM file; read at every import.",
        HelpName = "PEM",
    };

    private readonly Option<bool> restored = new("--restored")
    {
        Description = "The database was put back from a copy, or the folder or machine was copied: takes no code that may have been accepted since. Once is enough.",
    };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public Command AddTo(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        command.Options.Add(name);
        command.Options.Add(signers);
        command.Options.Add(restored);
        return service.AddTo(command);
    }

    /// <summary>What was given for the validation service.</summary>
    /// <param name="parsed">The command line.</param>
    public ValidationOptions Read(ParseResult parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        ValidationOptions given = service.Read(parsed);
        return given with
        {
            ServiceName = parsed.GetValue(name) ?? given.ServiceName,
            ImportCertificateFile = parsed.GetValue(signers),
            IsRestored = parsed.GetValue(restored),
        };
    }

    /// <summary>Serves; a port that is taken is told with the way out.</summary>
    /// <param name="url">Where it is to listen.</param>
    /// <param name="serve">Serves until the end.</param>
    /// <returns>See <see cref="ExitStatus"/>.</returns>
    public static Task<int> RunAsync(Uri url, Func<Task<int>> serve) => ServiceWork.RunAsync(async () =>
    {
        try
        {
            return await serve().ConfigureAwait(false);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new IOException($"Port {url.Port} is taken. End the program that has it, or give another address: --url {url.Scheme}://{url.Host}:0 takes a free port.", e);
        }
    });
}
