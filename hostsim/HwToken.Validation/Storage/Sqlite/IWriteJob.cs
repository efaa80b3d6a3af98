using HwToken.Validation.Storage.Model;

namespace HwToken.Validation.Storage.Sqlite;

/// <summary>Work that waits for the writer.</summary>
internal interface IWriteJob
{
    /// <summary>The caller has gone and nothing was done yet.</summary>
    bool IsCancelled { get; }

    /// <summary>Runs the work and keeps its answer back.</summary>
    Task RunAsync(ValidationContext context);

    /// <summary>Gives the answer, after the commit.</summary>
    void Answer();

    /// <summary>Gives the error.</summary>
    void Fail(Exception cause);
}
