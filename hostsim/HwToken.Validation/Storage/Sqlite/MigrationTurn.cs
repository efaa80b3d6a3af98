namespace HwToken.Validation.Storage.Sqlite;

/// <summary>Lets one process at a time change the schema of a SQLite file. The system gives the turn back when its process dies.</summary>
internal static class MigrationTurn
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Waits for the turn.</summary>
    /// <param name="databasePath">Path of the SQLite file; the turn is taken on the file beside it (<see cref="WriterTurn"/>).</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>To be disposed when the turn is over; null when the database is no file.</returns>
    /// <exception cref="IOException">Nobody gave the turn back for a minute.</exception>
    public static async Task<FileStream?> TakeAsync(string databasePath, CancellationToken cancellation)
    {
        if (WriterTurn.PathOf(databasePath) is not { } path)
        {
            return null;
        }

        for (TimeSpan waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (File.Exists(path))
            {
                if (waited >= Patience)
                {
                    throw new IOException("Another program has held the database for a minute. End it, or restart it, and start again.", held);
                }

                await Task.Delay(Pause, cancellation).ConfigureAwait(false);
            }
        }
    }
}
