using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HwToken.Keeping;
using HwToken.Pskc;

namespace HwToken.Tool.Console;

/// <summary>The seed file that a command reads, and the options that open it.</summary>
internal sealed class SeedInput
{
    /// <summary>Variable with the pre-shared key in hex, read when no option names a key.</summary>
    private const string KeyVariable = "HWTOKEN_SEED_KEY";

    private readonly Argument<string> file = new("FILE") { Description = "The seed file." };
    private readonly Option<string?> key = new("--key") { Description = "Pre-shared key in hex. Other users of this computer can see it in the process list: --key-file or $" + KeyVariable + " is better.", HelpName = "HEX" };
    private readonly Option<string?> keyFile = new("--key-file") { Description = "File (mode 0600) whose first line is the pre-shared key in hex; - reads the standard input.", HelpName = "FILE" };
    private readonly Option<string?> passphraseFile = new("--passphrase-file") { Description = "File (mode 0600) whose first line is the passphrase.", HelpName = "FILE" };
    private readonly Option<string?> privateKey = new("--private-key") { Description = "Private key (PEM) of the certificate that the file was encrypted to.", HelpName = "PEM" };
    private readonly Option<string?> certificate = new("--cert") { Description = "Certificate that must have signed the file.", HelpName = "PEM" };
    private readonly Option<bool> allowSha1 = new("--allow-sha1") { Description = "Take a signature with SHA-1 too, as 'pskctool --sign' makes it. SHA-1 can be forged." };
    private readonly Option<bool> allowRsa15 = new("--allow-rsa15") { Description = "Decrypt RSA PKCS #1 v1.5 too, as RFC 6030's example has it." };
    private readonly Option<bool> skipForeign = new("--skip-foreign") { Description = "Leave keys out that are neither HOTP nor TOTP or cannot be used, and list them. Without it the whole file is refused." };

    /// <summary>Adds argument and options to a command.</summary>
    public SeedInput(Command command)
    {
        command.Arguments.Add(file);
        foreach (Option option in new Option[] { key, keyFile, passphraseFile, privateKey, certificate, allowSha1, allowRsa15, skipForeign })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Opens the file and the keys; a command does its work with both.</summary>
    /// <param name="parsed">The command as typed.</param>
    /// <param name="work">Gets the file, which can seek, and how to read it.</param>
    /// <param name="cancellation">Ends the wait for a pipe.</param>
    public async Task<int> UseAsync(ParseResult parsed, Func<Stream, PskcReadOptions, int> work, CancellationToken cancellation)
    {
        using PskcKeySource? source = Source(parsed);
        using X509Certificate2? signer = parsed.GetValue(certificate) is { } pem ? Pem.Certificate(pem) : null;
        var options = new PskcReadOptions
        {
            KeySource = source,
            Certificate = signer,
            AllowSha1Signature = parsed.GetValue(allowSha1),
            AllowRsa15 = parsed.GetValue(allowRsa15),
            SkipForeign = parsed.GetValue(skipForeign),
        };
        Stream stream = InputFile.Open(parsed.GetRequiredValue(file));
        await using (stream.ConfigureAwait(false))
        {
            if (stream.CanSeek)
            {
                return work(stream, options);
            }

            // A file is read several times; what comes through a pipe waits on disk for that, sealed.
            using SpoolStream spool = await SpoolStream.TakeAsync(stream, cancellation: cancellation).ConfigureAwait(false);
            return work(spool, options);
        }
    }

    private PskcKeySource? Source(ParseResult parsed)
    {
        string?[] given = [parsed.GetValue(key), parsed.GetValue(keyFile), parsed.GetValue(passphraseFile), parsed.GetValue(privateKey)];
        return given switch
        {
            [null, null, null, null] => Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } hex ? PreShared(hex, KeyVariable) : null,
            [{ } hex, null, null, null] => PreShared(hex, "--key"),
            [null, "-", null, null] => PreShared(System.Console.In.ReadLine(), "--key-file -"),
            [null, { } path, null, null] => FromFile(path, line => PreShared(line, path)),
            [null, null, { } path, null] => FromFile(path, PskcKeySource.Passphrase),
            [null, null, null, { } path] => PrivateKey(path),
            _ => throw new UsageException("Give one of --key, --key-file, --passphrase-file and --private-key, not two."),
        };
    }

    private static PskcKeySource FromFile(string path, Func<ReadOnlySpan<char>, PskcKeySource> make)
    {
        char[] line = PassphraseFile.Read(path);
        try
        {
            return make(line);
        }
        finally
        {
            Array.Clear(line);
        }
    }

    private static PskcKeySource PreShared(ReadOnlySpan<char> hex, string from)
    {
        try
        {
            return PskcKeySource.PreSharedKey(Convert.FromHexString(hex.Trim()));
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            throw new UsageException($"{from}: a pre-shared key has 32, 48 or 64 hex digits.");
        }
    }

    private static PskcKeySource PrivateKey(string path)
    {
        RSA? rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(InputFile.ReadText(path));
            PskcKeySource source = PskcKeySource.ReceiverKey(rsa);
            rsa = null;
            return source;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new UsageException($"{path} is no RSA private key of 2,048 bits or more in PEM form without a passphrase. (openssl pkey -in {path} takes a passphrase away.)");
        }
        finally
        {
            rsa?.Dispose();
        }
    }
}
