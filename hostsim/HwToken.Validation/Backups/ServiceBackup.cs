using HwToken.Validation.Epochs;
using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Sqlite;

namespace HwToken.Validation.Backups;

/// <summary>Copies the service to a folder while it is used. The key file is left out: it has a copy of its own, elsewhere.</summary>
public sealed class ServiceBackup
{
    private readonly IDatabase database;
    private readonly EpochKeeper? epoch;
    private readonly ValidationOptions options;

    internal ServiceBackup(IDatabase database, EpochKeeper? epoch, ValidationOptions options)
    {
        this.database = database;
        this.epoch = epoch;
        this.options = options;
    }

    /// <summary>Files of the data folder that are copied with the database, where they are there.</summary>
    public static IReadOnlyList<string> OtherFiles { get; } = ["receipt-key.pem", "receipt-certificate.pem"];

    /// <summary>Copies database and receipt key (SQLite), looks the copy over, and then moves the epoch on: from now on the copy is known as one.</summary>
    /// <param name="folder">A folder that is not there yet, or empty.</param>
    /// <param name="cancellation">Ends the copying; nothing is left.</param>
    /// <exception cref="IOException">The folder is in use or cannot be written.</exception>
    /// <exception cref="StorageException">The database cannot be read or written.</exception>
    /// <exception cref="InvalidOperationException">PostgreSQL, which has a tool of its own; the message says which.</exception>
    public async Task WriteAsync(string folder, CancellationToken cancellation = default)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new IOException($"The folder '{folder}' is not empty. Give one that is not there yet.");
        }

        DataFolder.Make(folder);
        string copy = Path.Combine(folder, DatabaseOptions.FileName);
        try
        {
            await database.BackUpAsync(copy, cancellation).ConfigureAwait(false);
            if (SqliteBackup.Fault(copy) is { } fault)
            {
                throw new IOException($"The copy is not whole ({fault}). Look at the disk, and at the database itself.");
            }

            foreach (string name in OtherFiles.Where(name => File.Exists(Path.Combine(options.DataFolder, name))))
            {
                File.Copy(Path.Combine(options.DataFolder, name), Path.Combine(folder, name));
            }
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }

        await NoteCopyAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Moves the epoch on, after another tool (pg_dump, a file system's snapshot) has made a copy.</summary>
    /// <exception cref="StorageException">The database cannot be reached or cannot write.</exception>
    public Task NoteCopyAsync(CancellationToken cancellation = default) =>
        epoch?.MoveAsync(cancellation) ?? throw new InvalidOperationException("The service was opened for reading alone.");
}
