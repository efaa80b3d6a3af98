using System.Data.Common;
using HwToken.Validation.Outcomes;
using HwToken.Validation.Storage.Attempts;
using Npgsql;

namespace HwToken.Validation.Storage.Postgres;

/// <summary>Attempts on different credentials, in the order of their IDs: claimed together, recorded together.</summary>
internal sealed class AttemptWave(IReadOnlyList<AttemptJob> jobs)
{
    private readonly AttemptOutcome?[] outcomes = new AttemptOutcome?[jobs.Count];

    /// <summary>The attempts, in order.</summary>
    public IReadOnlyList<AttemptJob> Jobs => jobs;

    /// <summary>The first attempt on each credential, then the second ones, and so on: within a wave no two meet.</summary>
    public static List<AttemptWave> Split(IEnumerable<AttemptJob> batch)
    {
        var waves = new List<List<AttemptJob>>();
        foreach (IGrouping<string, AttemptJob> one in batch.GroupBy(job => job.Request.CredentialId).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            foreach ((int nth, AttemptJob job) in one.Index())
            {
                if (nth == waves.Count)
                {
                    waves.Add([]);
                }

                waves[nth].Add(job);
            }
        }

        return [.. waves.Select(wave => new AttemptWave(wave))];
    }

    /// <summary>Runs the attempts in two round trips; answers nobody yet.</summary>
    public async Task RunAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, AttemptSteps steps)
    {
        (Credential?[] claimed, _) = await SendAsync(
            connection, transaction, [.. jobs.Select(job => (steps.Claim(job.Request), true))], isFirst: true).ConfigureAwait(false);
        AttemptRecord?[] records = [.. jobs.Select((job, i) => claimed[i] is { } credential ? steps.Record(job.Request, credential, steps.Compare(job.Request, credential)) : null)];
        (Credential?[] standing, int[] written) = await SendAsync(
            connection, transaction, [.. jobs.Select((job, i) => records[i] is { } record ? (record.Statement, false) : (AttemptSteps.Standing(job.Request), true))]).ConfigureAwait(false);
        for (int i = 0; i < jobs.Count; i++)
        {
            AttemptJob job = jobs[i];
            if (records[i] is not { } record)
            {
                outcomes[i] = steps.Refuse(job.Request, standing[i]);
            }
            else if (written[i] == AttemptRecord.Rows)
            {
                outcomes[i] = record.Outcome;
            }
            else
            {
                AttemptRecord replayed = steps.Replayed(job.Request, claimed[i]!);
                await SendAsync(connection, transaction, [(replayed.Statement, false)]).ConfigureAwait(false);
                outcomes[i] = replayed.Outcome;
            }
        }
    }

    /// <summary>Answers everybody, after the commit.</summary>
    public void Answer()
    {
        for (int i = 0; i < jobs.Count; i++)
        {
            jobs[i].Answer(outcomes[i]!);
        }
    }

    /// <summary>Sends statements together.</summary>
    /// <returns>For each the credential that it yielded (when it reads), and the rows that it wrote.</returns>
    private static async Task<(Credential?[] Read, int[] Written)> SendAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<(Statement Statement, bool Reads)> statements, bool isFirst = false)
    {
        var read = new Credential?[statements.Count];
        var commands = new List<NpgsqlBatchCommand>[statements.Count];
        NpgsqlBatch batch = new(connection, transaction);
        await using (batch.ConfigureAwait(false))
        {
            if (isFirst)
            {
                batch.BatchCommands.Add(new NpgsqlBatchCommand(PostgresDatabase.Durable));
            }

            for (int i = 0; i < statements.Count; i++)
            {
                commands[i] = [.. Commands(statements[i].Statement)];
                commands[i].ForEach(batch.BatchCommands.Add);
            }

            DbDataReader reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                for (int i = 0; i < statements.Count; i++)
                {
                    if (statements[i].Reads)
                    {
                        read[i] = await reader.ReadAsync().ConfigureAwait(false) ? CredentialColumns.Read(reader) : null;
                        await reader.NextResultAsync().ConfigureAwait(false);
                    }
                }

                while (await reader.NextResultAsync().ConfigureAwait(false))
                {
                    // To the end: what was written is known then.
                }
            }
        }

        return (read, [.. commands.Select(all => all.Sum(command => (int)command.Rows))]);
    }

    private static IEnumerable<NpgsqlBatchCommand> Commands(Statement statement)
    {
        yield return Command(statement.Text, statement.Values);
        if (statement.Then is not null)
        {
            yield return Command(statement.Then, statement.Values);
        }
    }

    private static NpgsqlBatchCommand Command(string text, (string Name, object Value)[] values)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach ((string name, object value) in values)
        {
            command.Parameters.Add(new NpgsqlParameter(name, value));
        }

        return command;
    }
}
