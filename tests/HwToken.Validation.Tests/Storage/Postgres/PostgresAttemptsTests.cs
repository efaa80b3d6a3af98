using System.Net;
using System.Net.Sockets;
using HwToken.Validation.Audit;
using HwToken.Validation.Outcomes;
using HwToken.Validation.Rules;
using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Attempts;
using HwToken.Validation.Storage.Postgres;
using Npgsql;

namespace HwToken.Validation.Tests.Storage.Postgres;

public class PostgresAttemptsTests
{
    private const int Attempts = 60;

    /// <summary>Tried one by one, the last of them would wait for the connection's time-out as often as there are attempts.</summary>
    [Fact]
    public async Task A_database_out_of_reach_fails_a_batch_at_once_and_not_its_attempts_one_by_one()
    {
        using var deaf = new TcpListener(IPAddress.Loopback, 0);
        deaf.Start();
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(
            $"Host=127.0.0.1;Port={((IPEndPoint)deaf.LocalEndpoint).Port};Username=x;SSL Mode=Disable;GSS Encryption Mode=Disable");
        await using var store = new PostgresAttempts(source, new AttemptSteps(new ValidationRules(), new AuditChain(new byte[32]), new RowMac(new byte[32]), new byte[32], null!));
        Task<AttemptOutcome>[] attempts = [.. Enumerable.Range(0, Attempts).Select(i =>
            store.AttemptAsync(new AttemptRequest($"DPHT000000{i:D2}", default, AttemptKind.Validate, "test", 0), CancellationToken.None))];
        int connections = 0;
        Task hangingUp = Task.Run(async () =>
        {
            while (!attempts.All(attempt => attempt.IsCompleted))
            {
                if (deaf.Pending())
                {
                    using TcpClient client = await deaf.AcceptTcpClientAsync();
                    connections++;
                }
                else
                {
                    await Task.Yield();
                }
            }
        });
        foreach (Task<AttemptOutcome> attempt in attempts)
        {
            await Assert.ThrowsAsync<StorageException>(() => attempt);
        }

        await hangingUp;
        Assert.InRange(connections, 1, Attempts / 4);
    }
}
