using System.Security.Cryptography;
using HwToken.Validation.Audit;
using HwToken.Validation.Keys;
using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Migrations;
using HwToken.Validation.Storage.Model;
using HwToken.Validation.Storage.Postgres;
using HwToken.Validation.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation;

/// <summary>Finds database and key file, or makes both at the first start, and sees that they belong together.</summary>
internal static class ServiceOpening
{
    private const int NameBytes = 16;

    /// <summary>Connects to the database, without looking at it yet.</summary>
    /// <exception cref="InvalidOperationException">It is not there, and nothing may be made.</exception>
    public static async Task<IDatabase> ConnectAsync(ValidationOptions options, CancellationToken cancellation)
    {
        DatabaseOptions where = DatabaseOptions.Parse(options.Connection, options.DataFolder);
        // Before anything is made. In this order: another process that starts just now makes the database before the key file.
        bool hasKeys = File.Exists(options.KeyFilePath);
        if (where.SqliteFile is { } file && !File.Exists(file) && (hasKeys || options.Mode != OpenMode.Create))
        {
            RefuseToBegin(options);
        }

        if (options.Mode == OpenMode.Create)
        {
            DataFolder.Make(options.DataFolder);
        }

        return where.Kind == DatabaseKind.Sqlite
            ? new SqliteDatabase(where.ConnectionString, options.Mode)
            : await PostgresDatabase.OpenAsync(where.ConnectionString, cancellation).ConfigureAwait(false);
    }

    /// <summary>The keys, once database and key file were seen to belong together.</summary>
    /// <exception cref="KeyHolderException">They do not; the message says what to do.</exception>
    /// <exception cref="InvalidOperationException">The database is of another time than the program, or none is there and nothing may be made.</exception>
    public static async Task<FileKeyHolder> KeysAsync(IDatabase database, ValidationOptions options, CancellationToken cancellation)
    {
        (ServiceRow Service, List<KeyCheckRow> Checks) known = options.Mode == OpenMode.ReadOnly
            ? await database.ReadAsync(context => ReadAsync(context, options, cancellation), cancellation).ConfigureAwait(false)
            : await database.MigrateAsync(context => PrepareAsync(context, options, cancellation), cancellation).ConfigureAwait(false);
        KeyRingFile.Adopt(options.KeyFilePath, ring => KeyCheck.Fits(ring, known.Service.Name, known.Checks));
        if (!File.Exists(options.KeyFilePath))
        {
            throw new KeyHolderException(
                $"The key file '{options.KeyFilePath}' is missing; the database is sealed under it. Put it back from its copy (or say where it is: --key-file): a new one would open nothing.");
        }

        var keys = new FileKeyHolder(options.KeyFilePath);
        return KeyCheck.Fits(keys.Ring, known.Service.Name, known.Checks)
            ? keys
            : throw new KeyHolderException(
                $"The key file '{options.KeyFilePath}' and the database do not belong together: one of them is another service's, or an old copy. Put the right ones in place (--key-file, --data, --db).");
    }

    private static async Task<(ServiceRow Service, List<KeyCheckRow> Checks)> PrepareAsync(ValidationContext context, ValidationOptions options, CancellationToken cancellation)
    {
        SchemaState state = await SchemaUpdate.StateAsync(context, cancellation).ConfigureAwait(false);
        if (state == SchemaState.Empty)
        {
            RefuseToBegin(options);
        }

        if (state != SchemaState.Current)
        {
            await context.Database.MigrateAsync(cancellation).ConfigureAwait(false);
        }

        // Also after a first start that ended between the two.
        if (await ServiceSql.ServiceAsync(context, cancellation).ConfigureAwait(false) is null)
        {
            RefuseToBegin(options);
            await BeginAsync(context, options, cancellation).ConfigureAwait(false);
        }

        return await ReadAsync(context, options, cancellation).ConfigureAwait(false);
    }

    /// <summary>An empty database beside a key file is one that was lost, not one that begins.</summary>
    private static void RefuseToBegin(ValidationOptions options)
    {
        if (options.Mode != OpenMode.Create)
        {
            throw NoDatabase(DatabaseOptions.Parse(options.Connection, options.DataFolder));
        }

        if (File.Exists(options.KeyFilePath))
        {
            throw new KeyHolderException(
                $"The key file '{options.KeyFilePath}' is here, but its database is not: it was lost, or --data or --db names another one. Put the database back ('restore'), or move the key file away to begin anew.");
        }
    }

    /// <summary>The first start. The key file gets its name only after the database has been committed (<see cref="KeyRingFile.Adopt"/>): a crash in
    /// between leaves nothing that the next start could not go on from.</summary>
    private static async Task BeginAsync(ValidationContext context, ValidationOptions options, CancellationToken cancellation)
    {
        var service = new ServiceRow { Name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes)) };
        var ring = KeyRing.New();
        KeyRingFile.Prepare(options.KeyFilePath, ring);
        context.Service.Add(service);
        ChainRow chain = await context.Chains.AsTracking().SingleAsync(cancellation).ConfigureAwait(false);
        chain.Mac = new RowMac(ring.Audit).Of(chain);
        context.KeyChecks.AddRange(KeyCheck.Of(ring, service.Name));
        await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
    }

    private static async Task<(ServiceRow Service, List<KeyCheckRow> Checks)> ReadAsync(ValidationContext context, ValidationOptions options, CancellationToken cancellation)
    {
        if (options.Mode == OpenMode.ReadOnly && await SchemaUpdate.StateAsync(context, cancellation).ConfigureAwait(false) != SchemaState.Current)
        {
            throw NoDatabase(DatabaseOptions.Parse(options.Connection, options.DataFolder));
        }

        ServiceRow service = await ServiceSql.ServiceAsync(context, cancellation).ConfigureAwait(false) ?? throw NoDatabase(DatabaseOptions.Parse(options.Connection, options.DataFolder));
        return (service, await ServiceSql.ChecksAsync(context, cancellation).ConfigureAwait(false));
    }

    private static InvalidOperationException NoDatabase(DatabaseOptions where) => new(where.SqliteFile is { } file
        ? $"There is no HwToken database at '{file}'. Look at --data and --db; 'serve' makes a new one."
        : "There is no HwToken database there. Look at --db; 'serve' makes a new one.");
}
