using HwToken.Keeping;
using HwToken.Validation.Epochs;
using HwToken.Validation.Keys;
using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Migrations;
using HwToken.Validation.Storage.Model;
using HwToken.Validation.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Backups;

/// <summary>Puts a backup in the place of a SQLite database that was lost.</summary>
public static class ServiceRestore
{
    /// <summary>Copies the backup into the data folder. The next start then asks for <see cref="ValidationOptions.IsRestored"/>.</summary>
    /// <param name="options">Where to.</param>
    /// <param name="folder">What <see cref="ServiceBackup.WriteAsync"/> made.</param>
    /// <param name="cancellation">Ends it before anything was put in place.</param>
    /// <returns>True when the key file is here, and fits; false when it has yet to be put back.</returns>
    /// <exception cref="IOException">There is no backup, or there is a database in its place; the message says what to do.</exception>
    /// <exception cref="KeyHolderException">The key file here is not of the backup's service.</exception>
    /// <exception cref="InvalidOperationException">The backup is of another time than the program, or the database is PostgreSQL.</exception>
    public static async Task<bool> RunAsync(ValidationOptions options, string folder, CancellationToken cancellation = default)
    {
        string target = DatabaseOptions.Parse(options.Connection, options.DataFolder).SqliteFile ?? throw new InvalidOperationException(
            "PostgreSQL is restored by its own tool: pg_restore --dbname=DATABASE hwtoken.dump, and then start once with 'serve --restored'.");
        string source = Path.Combine(folder, DatabaseOptions.FileName);
        if (!File.Exists(source))
        {
            throw new IOException($"There is no backup in '{folder}': no {DatabaseOptions.FileName}. Give the folder that 'backup' made.");
        }

        // A log that was left over would be taken for this database's.
        if (Array.Find([target, target + "-wal", target + "-shm", target + "-journal"], File.Exists) is { } there)
        {
            throw new IOException($"'{there}' is in the way. End the service and move {Path.GetFileName(target)} with its -wal and -shm away first.");
        }

        if (SqliteBackup.Fault(source) is { } fault)
        {
            throw new IOException($"The backup in '{folder}' is not whole ({fault}). Take another one.");
        }

        (EpochMark mark, bool hasKeys) = await LookAsync(options, source, cancellation).ConfigureAwait(false);
        DataFolder.Make(options.DataFolder);
        Copy(source, target);
        foreach (string name in ServiceBackup.OtherFiles.Where(name => File.Exists(Path.Combine(folder, name)) && !File.Exists(Path.Combine(options.DataFolder, name))))
        {
            Copy(Path.Combine(folder, name), Path.Combine(options.DataFolder, name));
        }

        // Ahead of the backup, also where this host has seen nothing yet.
        new EpochFile(options.EpochFilePath).Raise(mark with { Epoch = mark.Epoch + 1 });
        return hasKeys;
    }

    private static async Task<(EpochMark Mark, bool HasKeys)> LookAsync(ValidationOptions options, string source, CancellationToken cancellation)
    {
        ValidationOptions look = options with { Connection = SqliteBackup.ConnectionString(source, Microsoft.Data.Sqlite.SqliteOpenMode.ReadOnly), Mode = OpenMode.ReadOnly };
        IDatabase backup = await ServiceOpening.ConnectAsync(look, cancellation).ConfigureAwait(false);
        await using (backup.ConfigureAwait(false))
        {
            bool hasKeys = File.Exists(options.KeyFilePath);
            if (hasKeys)
            {
                await ServiceOpening.KeysAsync(backup, look, cancellation).ConfigureAwait(false);
            }

            return (await backup.ReadAsync(context => MarkAsync(context, cancellation), cancellation).ConfigureAwait(false), hasKeys);
        }
    }

    private static async Task<EpochMark> MarkAsync(ValidationContext context, CancellationToken cancellation)
    {
        if (await SchemaUpdate.StateAsync(context, cancellation).ConfigureAwait(false) == SchemaState.Empty)
        {
            throw new IOException("The backup holds no HwToken database. Take another one.");
        }

        ServiceRow service = await context.Service.SingleAsync(cancellation).ConfigureAwait(false);
        return new EpochMark(service.Name, service.Epoch);
    }

    private static void Copy(string from, string to)
    {
        using FileStream source = File.OpenRead(from);
        PrivateFile.Create(to, source.CopyTo);
    }
}
