using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using HwToken.Service.Commands;
using HwToken.Core.Rules;
using HwToken.Provisioning;
using HwToken.Pskc;
using HwToken.Simulator;

namespace HwToken.HostSim.Commands;

/// <summary><c>press</c>: provisions a virtual token, presses its button, prints the codes read from the pixels.</summary>
internal static class PressCommand
{
    private const string CredentialId = "DPHT00000001";

    /// <summary>Describes the command.</summary>
    public static Command Create()
    {
        var otpauth = new Option<string>("--otpauth")
        {
            Description = "The credential: otpauth://hotp|totp/NAME?secret=BASE32[&counter=0][&digits=6][&period=30][&algorithm=SHA1|SHA256|SHA512]. A test secret: other users of this computer can see it in the process list.",
            HelpName = "URI",
            Required = true,
        };
        var presses = new Option<int>("--presses")
        {
            Description = "How many presses.",
            HelpName = "N",
            DefaultValueFactory = _ => 1,
            CustomParser = result => Numbers.Parse(result, 1, 1_000_000),
        };
        var every = new Option<TimeSpan>("--every")
        {
            Description = "From one press to the next: 31s, 2m, ... (1 s or more).",
            HelpName = "DURATION",
            DefaultValueFactory = _ => TimeSpan.FromSeconds(HoldOff.Seconds + 1),
            CustomParser = result => Durations.Parse(result, TimeSpan.FromSeconds(1)),
        };
        var at = new Option<DateTimeOffset?>("--at") { Description = "Virtual time of the first press; default: now.", HelpName = "2026-01-01T00:00:00Z", CustomParser = ParseMoment };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of lines." };
        var svg = new Option<string?>("--svg") { Description = "Also write the panel's last picture to a file.", HelpName = "FILE" };
        var command = new Command("press", """
            Provisions a virtual token over its line, presses its button and prints the codes read from the pixels, one a line.
            Example: press --otpauth 'otpauth://hotp/t?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&counter=0' --presses 3
            Exit status: 0 done, 1 the token showed an error (printed), 2 usage.
            """)
        { otpauth, presses, every, at, json, svg };
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetRequiredValue(otpauth),
            parsed.GetValue(at) ?? DateTimeOffset.UtcNow,
            parsed.GetValue(every),
            parsed.GetValue(presses),
            parsed.GetValue(json),
            parsed.GetValue(svg),
            cancel));
        return command;
    }

    private static async Task<int> RunAsync(string otpauth, DateTimeOffset at, TimeSpan every, int presses, bool isJson, string? svg, CancellationToken cancel)
    {
        OtpauthUri uri;
        try
        {
            uri = OtpauthUri.Parse(otpauth);
            if (at < PressRun.Earliest || at + ((presses - 1) * every) > PressRun.Latest)
            {
                throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"The clock chip knows the years 2000 to 2199: press between {PressRun.Earliest:yyyy-MM-ddTHH:mm:ssZ} and {PressRun.Latest:yyyy-MM-ddTHH:mm:ssZ}."));
            }
        }
        catch (FormatException e)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return ExitStatus.Usage;
        }

        // Looked at before the first press: codes without the picture that was asked for are no answer.
        if (svg is not null && (Directory.Exists(svg) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(svg)))))
        {
            await Console.Error.WriteLineAsync($"The picture cannot be written to '{svg}': the folder is not there, or that is a folder. Make it, or name another file with --svg.").ConfigureAwait(false);
            return ExitStatus.Failed;
        }

        try
        {
            return await PressAsync(uri, at, every, presses, Writer(isJson, svg), cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ProvisioningException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return ExitStatus.Failed;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(uri.Secret);
        }
    }

    private static async Task<int> PressAsync(OtpauthUri uri, DateTimeOffset at, TimeSpan every, int presses, IPressWriter writer, CancellationToken cancel)
    {
        var credential = new NewCredential(CredentialId, uri.Parameters, uri.Secret, RandomNumberGenerator.GetBytes(32));
        bool isError = false;
        await foreach (PressResult press in PressRun.RunAsync(credential, at.ToUniversalTime(), every, presses, cancel).ConfigureAwait(false))
        {
            writer.Write(press);
            isError |= press.Screen.Error is not null || press.Screen.Content == Simulator.Screens.ScreenContent.Unreadable;
        }

        writer.Finish();
        return isError ? ExitStatus.Failed : ExitStatus.Done;
    }

    private static IPressWriter Writer(bool isJson, string? svg)
    {
        IPressWriter writer = isJson ? new JsonPressWriter(Console.Out) : new LinePressWriter(Console.Out, Console.Error);
        return svg is null ? writer : new SvgPressWriter(writer, svg);
    }

    private static DateTimeOffset? ParseMoment(System.CommandLine.Parsing.ArgumentResult result)
    {
        if (DateTimeOffset.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset moment))
        {
            return moment;
        }

        result.AddError($"'{result.Tokens[0].Value}' is no time. Write 2026-01-01T00:00:00Z.");
        return null;
    }
}
