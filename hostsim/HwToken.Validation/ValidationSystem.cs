using HwToken.Pskc;
using HwToken.Validation.Access;
using HwToken.Validation.Audit;
using HwToken.Validation.Import;
using HwToken.Validation.Keys;
using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Attempts;
using HwToken.Validation.Storage.Migrations;
using HwToken.Validation.Storage.Postgres;
using HwToken.Validation.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation;

/// <summary>The validation service, opened: one object a process, from the start to the end.</summary>
public sealed class ValidationSystem : IAsyncDisposable
{
    /// <summary>Longest common name of a certificate (RFC 5280, appendix A, ub-common-name).</summary>
    private const int MaxServiceName = 64;

    private readonly IDatabase database;

    private ValidationSystem(ValidationOptions options, IDatabase database, FileKeyHolder keys)
    {
        this.database = database;
        DataFolderPath = options.DataFolder;
        var chain = new AuditChain(keys.Ring.Audit);
        Steps = new AttemptSteps(options.Rules.Checked(), chain, keys);
        var service = new ServiceChain(chain, options.Time);
        Keys = keys;
        Attempts = database.Attempts(Steps);
        Service = new ValidationService(Attempts, options.Time);
        Desk = new CredentialDesk(database, Steps, chain, options.Rules, options.Time);
        ApiKeys = new ApiKeyStore(database, service, options.Time);
        Importer = new PskcImporter(database, keys, service, new ReceiptSigner(options), options);
        Audit = new AuditTrail(database, chain);
        Rotation = new KeyRotation(database, keys, service);
    }

    /// <summary>The data folder, for its owner only.</summary>
    public string DataFolderPath { get; }

    /// <summary>Validate, test, resynchronise, activate.</summary>
    public ValidationService Service { get; }

    /// <summary>What operators do.</summary>
    public CredentialDesk Desk { get; }

    /// <summary>Keys of the REST API.</summary>
    public ApiKeyStore ApiKeys { get; }

    /// <summary>Takes PSKC files in.</summary>
    public IPskcImporter Importer { get; }

    /// <summary>Reads and verifies the audit.</summary>
    public AuditTrail Audit { get; }

    /// <summary>Rotates the master key.</summary>
    public KeyRotation Rotation { get; }

    /// <summary>What an attempt consists of.</summary>
    internal AttemptSteps Steps { get; }

    /// <summary>How attempts are carried out.</summary>
    internal IAttemptStore Attempts { get; }

    internal IDatabase Database => database;

    internal FileKeyHolder Keys { get; }

    /// <summary>Opens the database (bringing it up to date) and the key file (made at first start).</summary>
    /// <param name="options">Where and by which numbers.</param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <exception cref="KeyHolderException">The key file is missing though the database has credentials, damaged, or open to others; or there are no import certificates where they should be.</exception>
    /// <exception cref="StorageException">The database cannot be reached.</exception>
    /// <exception cref="ArgumentException">The service's name cannot stand in a certificate.</exception>
    public static async Task<ValidationSystem> OpenAsync(ValidationOptions options, CancellationToken cancellation = default)
    {
        if (options.ServiceName.Length is 0 or > MaxServiceName || !PskcReceipt.IsName(options.ServiceName))
        {
            throw new ArgumentException($"The service's name must have 1 to {MaxServiceName} characters, none of them a control character.", nameof(options));
        }

        _ = ImportSigners.Load(options.ImportCertificateFile);
        DataFolder.Make(options.DataFolder);
        DatabaseOptions where = DatabaseOptions.Parse(options.Connection, options.DataFolder);
        IDatabase database = where.Kind == DatabaseKind.Sqlite ? new SqliteDatabase(where.ConnectionString) : new PostgresDatabase(where.ConnectionString);
        try
        {
            await SchemaUpdate.RunAsync(database, cancellation).ConfigureAwait(false);
            return new ValidationSystem(options, database, await KeysAsync(options, database, cancellation).ConfigureAwait(false));
        }
        catch
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>True when the database answers.</summary>
    public async Task<bool> IsHealthyAsync(CancellationToken cancellation)
    {
        try
        {
            return await database.ReadAsync(context => context.Chains.AnyAsync(cancellation), cancellation).ConfigureAwait(false);
        }
        catch (StorageException)
        {
            return false;
        }
    }

    /// <summary>Closes the database; attempts under way are finished first.</summary>
    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static async Task<FileKeyHolder> KeysAsync(ValidationOptions options, IDatabase database, CancellationToken cancellation)
    {
        List<int> used = await database.ReadAsync(
            context => context.Credentials.Select(row => row.SecretKey).Distinct().ToListAsync(cancellation), cancellation).ConfigureAwait(false);
        if (!File.Exists(options.KeyFilePath))
        {
            if (used.Count > 0)
            {
                throw new KeyHolderException("The key file is missing, and the database has credentials sealed under it. Put the key file back; a new one would open none of them.");
            }

            KeyRingFile.Create(options.KeyFilePath, KeyRing.New());
        }

        var keys = new FileKeyHolder(options.KeyFilePath);
        return used.All(keys.Ring.Masters.ContainsKey)
            ? keys
            : throw new KeyHolderException("The key file lacks a master key that the database uses. It belongs to another database, or is an old copy: put the right file in place.");
    }
}
