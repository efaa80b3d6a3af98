using HwToken.Validation.Storage.Attempts;
using HwToken.Validation.Storage.Model;

namespace HwToken.Validation.Storage;

/// <summary>Runs work in transactions. Work may run more than once (after a deadlock, or when a batch is taken apart), so it does nothing
/// but read and write through its context.</summary>
internal interface IDatabase : IAsyncDisposable
{
    DatabaseKind Kind { get; }

    /// <summary>Runs work in a transaction and answers after the commit is on the disk.</summary>
    /// <exception cref="StorageException">The database cannot be reached or cannot write.</exception>
    Task<T> WriteAsync<T>(Func<ValidationContext, Task<T>> work, CancellationToken cancellation);

    /// <summary>Runs reads on one consistent snapshot.</summary>
    /// <exception cref="StorageException">The database cannot be reached.</exception>
    Task<T> ReadAsync<T>(Func<ValidationContext, Task<T>> work, CancellationToken cancellation);

    /// <summary>Runs work while no other process changes the schema; on SQLite in one transaction.</summary>
    /// <exception cref="StorageException">The database cannot be reached or cannot write.</exception>
    Task<T> MigrateAsync<T>(Func<ValidationContext, Task<T>> work, CancellationToken cancellation);

    /// <summary>Copies the database to a file while it is used.</summary>
    /// <exception cref="InvalidOperationException">This kind of database is copied by its own tool; the message says how.</exception>
    Task BackUpAsync(string path, CancellationToken cancellation);

    /// <summary>Carries attempts out in the way that is quick on this database: many in one transaction.</summary>
    IAttemptStore Attempts(AttemptSteps steps);
}
