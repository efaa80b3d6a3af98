using HwToken.Pskc;
using HwToken.Validation.Access;
using HwToken.Validation.Audit;
using HwToken.Validation.Backups;
using HwToken.Validation.Desk;
using HwToken.Validation.Epochs;
using HwToken.Validation.Health;
using HwToken.Validation.Import;
using HwToken.Validation.Keys;
using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Attempts;

namespace HwToken.Validation;

/// <summary>The validation service, opened: one object a process, from the start to the end.</summary>
public sealed class ValidationSystem : IAsyncDisposable
{
    /// <summary>Longest common name of a certificate (RFC 5280, appendix A, ub-common-name).</summary>
    private const int MaxServiceName = 64;

    private readonly IDatabase database;
    private readonly EpochKeeper? epoch;

    private ValidationSystem(ValidationOptions options, IDatabase database, FileKeyHolder keys, EpochKeeper? epoch)
    {
        this.database = database;
        this.epoch = epoch;
        DataFolderPath = options.DataFolder;
        Action? onUse = epoch is null ? null : epoch.NoteUse;
        var chain = new AuditChain(keys.Ring.Audit);
        Macs = new RowMac(keys.Ring.Audit);
        Steps = new AttemptSteps(options.Rules.Checked(), chain, Macs, keys.Ring.Audit, keys, onUse);
        var service = new ServiceChain(chain, Macs, options.Time);
        Keys = keys;
        Attempts = database.Attempts(Steps);
        Service = new ValidationService(Attempts, options.Time);
        Public = new PublicTokenService(database, new PublicTrySteps(Steps, keys.Ring.Audit), options.Time);
        Desk = new CredentialDesk(database, Steps, chain, Macs, options.Rules, options.Time, onUse);
        ApiKeys = new ApiKeyStore(database, service, Macs, options.Time, onUse);
        Operators = new OperatorStore(database, service, Macs, onUse);
        Sessions = new SessionStore(database, Macs, new SteadyTime(options.SessionTime));
        var signer = new ReceiptSigner(options);
        Importer = new SeedImporter(database, keys, service, Macs, signer, options);
        Anchors = new AuditAnchors(database, signer, options.Time);
        Audit = new AuditTrail(database, chain, Macs);
        Search = new CredentialSearch(database, service, options.Rules, options.Time);
        AuditSearch = new AuditSearch(database);
        Fleet = new FleetReport(database, options.Rules, options.Time);
        Rotation = new KeyRotation(database, keys, service);
        Backup = new ServiceBackup(database, epoch, options);
        Readiness = new Readiness(database, epoch, options);
        Time = options.Time;
    }

    /// <summary>The data folder, for its owner only.</summary>
    public string DataFolderPath { get; }

    /// <summary>Validate, test, resynchronise, activate.</summary>
    public ValidationService Service { get; }

    /// <summary>What anybody may do with a token, without a key and without a password.</summary>
    public PublicTokenService Public { get; }

    /// <summary>What operators do.</summary>
    public CredentialDesk Desk { get; }

    /// <summary>Keys of the REST API.</summary>
    public ApiKeyStore ApiKeys { get; }

    /// <summary>The people at the service desk.</summary>
    public OperatorStore Operators { get; }

    /// <summary>Their sessions.</summary>
    public SessionStore Sessions { get; }

    /// <summary>Takes PSKC files in.</summary>
    public ISeedImporter Importer { get; }

    /// <summary>Reads and verifies the audit.</summary>
    public AuditTrail Audit { get; }

    /// <summary>Finds credentials.</summary>
    public CredentialSearch Search { get; }

    /// <summary>Finds entries of the audit.</summary>
    public AuditSearch AuditSearch { get; }

    /// <summary>Counts the fleet.</summary>
    public FleetReport Fleet { get; }

    /// <summary>Anchors of the audit.</summary>
    public AuditAnchors Anchors { get; }

    /// <summary>Rotates the master key.</summary>
    public KeyRotation Rotation { get; }

    /// <summary>Copies the service.</summary>
    public ServiceBackup Backup { get; }

    /// <summary>Whether it can do its work.</summary>
    public Readiness Readiness { get; }

    /// <summary>True time.</summary>
    public TimeProvider Time { get; }

    /// <summary>What an attempt consists of.</summary>
    internal AttemptSteps Steps { get; }

    /// <summary>How attempts are carried out.</summary>
    internal IAttemptStore Attempts { get; }

    internal IDatabase Database => database;

    internal FileKeyHolder Keys { get; }

    internal RowMac Macs { get; }

    /// <summary>Opens database and key file, or makes both at the first start (<see cref="ValidationOptions.Mode"/>).</summary>
    /// <param name="options">Where and by which numbers.</param>
    /// <param name="cancellation">Ends the opening.</param>
    /// <exception cref="KeyHolderException">The key file is missing, damaged, open to others or not of this database; the database is gone, or was put back from a copy; or there are no import certificates where they should be.</exception>
    /// <exception cref="InvalidOperationException">The database is of another time than the program, or none is there and nothing may be made.</exception>
    /// <exception cref="StorageException">The database cannot be reached.</exception>
    /// <exception cref="ArgumentException">The service's name cannot stand in a certificate.</exception>
    public static async Task<ValidationSystem> OpenAsync(ValidationOptions options, CancellationToken cancellation = default)
    {
        if (options.ServiceName.Length is 0 or > MaxServiceName || !PskcReceipt.IsName(options.ServiceName))
        {
            throw new ArgumentException($"The service's name must have 1 to {MaxServiceName} characters, none of them a control character.", nameof(options));
        }

        _ = ImportSigners.Load(options.ImportCertificateFile);
        IDatabase database = await ServiceOpening.ConnectAsync(options, cancellation).ConfigureAwait(false);
        ValidationSystem? system = null;
        try
        {
            FileKeyHolder keys = await ServiceOpening.KeysAsync(database, options, cancellation).ConfigureAwait(false);
            var file = new EpochFile(options.EpochFilePath);
            var service = new ServiceChain(new AuditChain(keys.Ring.Audit), new RowMac(keys.Ring.Audit), options.Time);
            if (options.Mode != OpenMode.ReadOnly)
            {
                await EpochStart.RunAsync(database, service, new RowMac(keys.Ring.Audit), file, options, cancellation).ConfigureAwait(false);
            }

            return system = new ValidationSystem(options, database, keys, options.Mode == OpenMode.ReadOnly ? null : new EpochKeeper(database, file, options.Time, options.SessionTime));
        }
        finally
        {
            if (system is null)
            {
                await database.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>Closes the database; attempts under way are finished first.</summary>
    public async ValueTask DisposeAsync()
    {
        if (epoch is not null)
        {
            await epoch.DisposeAsync().ConfigureAwait(false);
        }

        await database.DisposeAsync().ConfigureAwait(false);
    }
}
