using System.Data.Common;
using Npgsql;

namespace HwToken.Validation.Storage.Postgres;

/// <summary>How far a transaction came.</summary>
internal sealed class TransactionProgress
{
    /// <summary>There was a connection, at least one that was believed alive.</summary>
    public bool IsConnected { get; set; }

    /// <summary>Set before the commit is sent: from then on nobody but the database knows what became of the transaction.</summary>
    public bool IsCommitSent { get; set; }

    /// <summary>
    /// The server took this transaction back so that another could go on (two imports of one lot among them: the second finds the first one's
    /// rows when it looks again); or the connection was dead (pooled before the server was started anew) and the commit had not been sent.
    /// </summary>
    public bool MayRunAgain(DbException cause) => cause is PostgresException { SqlState: var state }
        ? state is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.UniqueViolation
            || (state == PostgresErrorCodes.AdminShutdown && !IsCommitSent)
        : IsConnected && !IsCommitSent && cause.IsTransient;
}
