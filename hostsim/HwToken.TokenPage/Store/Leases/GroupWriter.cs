using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace HwToken.TokenPage.Store.Leases;

/// <summary>
/// Writes to a database from one thread, in groups: what is asked for while one commit waits for the disk goes into the next one together. So
/// sixteen workers wait for two commits and not for sixteen.
/// </summary>
internal sealed class GroupWriter : IDisposable
{
    private readonly Channel<(Action Write, TaskCompletionSource Done)> _asked = Channel.CreateUnbounded<(Action, TaskCompletionSource)>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteConnection _connection;
    private readonly Action _withEach;
    private readonly Task _writing;

    /// <summary>Begins to write.</summary>
    /// <param name="connection">The database; the writer's from now on.</param>
    /// <param name="withEach">Also written in each commit.</param>
    public GroupWriter(SqliteConnection connection, Action withEach)
    {
        _connection = connection;
        _withEach = withEach;
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Asks for a write.</summary>
    /// <returns>Ends when it is durable; fails with <see cref="IOException"/> when it is not.</returns>
    public Task AskAsync(Action write)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_asked.Writer.TryWrite((write, done)))
        {
            done.SetException(new IOException("The simulator ends."));
        }

        return done.Task;
    }

    /// <summary>Writes what was asked for, then ends.</summary>
    public void Dispose()
    {
        _asked.Writer.TryComplete();
        _writing.GetAwaiter().GetResult();
    }

    private async Task WriteAsync()
    {
        var group = new List<(Action Write, TaskCompletionSource Done)>();
        while (await _asked.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            group.Clear();
            while (_asked.Reader.TryRead(out (Action, TaskCompletionSource) one))
            {
                group.Add(one);
            }

            Commit(group);
        }
    }

    private void Commit(List<(Action Write, TaskCompletionSource Done)> group)
    {
        try
        {
            using (SqliteTransaction transaction = _connection.BeginTransaction())
            {
                group.ForEach(one => one.Write());
                _withEach();
                transaction.Commit();
            }

            group.ForEach(one => one.Done.SetResult());
        }
        catch (SqliteException e)
        {
            // Nothing of the group is in the database: nobody is told that it is.
            group.ForEach(one => one.Done.SetException(new IOException(e.Message, e)));
        }
    }
}
