namespace HwToken.Validation.Storage;

/// <summary>Runs work in transactions. Work may run more than once (after a deadlock, or when a batch is taken apart), so it does nothing
/// but read and write through its session.</summary>
internal interface IDatabase : IAsyncDisposable
{
    DatabaseKind Kind { get; }

    /// <summary>Runs work in a transaction and answers after the commit is on the disk.</summary>
    /// <exception cref="StorageException">The database cannot be reached or cannot write.</exception>
    Task<T> WriteAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancellation);

    /// <summary>Runs reads on one consistent snapshot.</summary>
    /// <exception cref="StorageException">The database cannot be reached.</exception>
    Task<T> ReadAsync<T>(Func<DbSession, Task<T>> work, CancellationToken cancellation);

    /// <summary>Runs work alone in the database: schema steps.</summary>
    Task MigrateAsync(Func<DbSession, Task> work, CancellationToken cancellation);
}
