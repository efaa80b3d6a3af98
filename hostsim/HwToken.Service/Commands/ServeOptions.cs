using System.CommandLine;
using System.CommandLine.Parsing;
using HwToken.Service.Serving;
using HwToken.Validation;

namespace HwToken.Service.Commands;

/// <summary>Options of every <c>serve</c>: where it listens, what it keeps where, how it imports.</summary>
public sealed class ServeOptions
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    private readonly ServiceOptions service = new();
    private readonly Option<Uri> url;

    private readonly Option<string?> name = new("--service-name") { Description = "Name of this service in the receipts that it signs.", HelpName = "NAME" };

    private readonly Option<string?> signers = new("--import-certs")
    {
        Description = "Takes only PSKC files signed by one of the certificates in this PEM file; read at every import.",
        HelpName = "PEM",
    };

    /// <summary>Describes the options.</summary>
    /// <param name="why">Why other addresses than loopback are refused: the second half of the message's sentence.</param>
    public ServeOptions(string why) => url = new Option<Uri>("--url")
    {
        Description = "Loopback address to listen at; port 0 takes a free one.",
        HelpName = DefaultUrl,
        DefaultValueFactory = _ => new Uri(DefaultUrl),
        CustomParser = result => ParseUrl(result, why),
    };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public Command AddTo(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        command.Options.Add(url);
        command.Options.Add(name);
        command.Options.Add(signers);
        return service.AddTo(command);
    }

    /// <summary>The address that was given, or the default.</summary>
    /// <param name="parsed">The command line.</param>
    public Uri Url(ParseResult parsed) => (parsed ?? throw new ArgumentNullException(nameof(parsed))).GetRequiredValue(url);

    /// <summary>What was given for the validation service.</summary>
    /// <param name="parsed">The command line.</param>
    public ValidationOptions Read(ParseResult parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        ValidationOptions given = service.Read(parsed);
        return new ValidationOptions
        {
            DataFolder = given.DataFolder,
            Connection = given.Connection,
            KeyFile = given.KeyFile,
            ServiceName = parsed.GetValue(name) ?? given.ServiceName,
            ImportCertificateFile = parsed.GetValue(signers),
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
            throw new IOException($"Port {url.Port} is taken. End the other program, or give another address: serve --url http://127.0.0.1:{url.Port + 1}", e);
        }
    });

    private static Uri? ParseUrl(ArgumentResult result, string why)
    {
        if (!LoopbackUrl.TryParse(result.Tokens[0].Value, why, out Uri? given, out string? problem))
        {
            result.AddError(problem!);
        }

        return given;
    }
}
