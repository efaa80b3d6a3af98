using HwToken.Core.Otp;
using HwToken.Simulator.Clocks;
using HwToken.Simulator.Fleets;
using HwToken.Simulator.Leases;
using Microsoft.Data.Sqlite;

namespace HwToken.TokenPage.Store.Leases;

/// <summary>The ledger in a SQLite file of the data folder. Only one program at a time: the folder's lock sees to that.</summary>
internal sealed class LeaseLedger : ILeaseLedger, IDisposable
{
    private readonly SqliteConnection _database;
    private readonly GroupWriter _writer;
    private readonly SharedClock _clock;

    /// <summary>Opens it.</summary>
    /// <param name="path">The file; made if needed.</param>
    /// <param name="clock">The shared clock, which is kept along.</param>
    /// <exception cref="IOException">It cannot be read; the message says what to do.</exception>
    public LeaseLedger(string path, SharedClock clock)
    {
        _clock = clock;
        _database = LedgerFile.Open(path);
        _database.Execute("DELETE FROM lease WHERE expires <= $now", ("$now", clock.TrueTime.GetUtcNow().UtcTicks));
        _writer = new GroupWriter(_database, KeepClock);
    }

    /// <inheritdoc/>
    public LedgerContent Read() => new(
        _database.Rows("SELECT mode, anchor, true_anchor, rate FROM clock", row => new ClockSetting((ClockMode)row.GetInt32(0), Moment(row, 1), Moment(row, 2), row.GetDouble(3))).FirstOrDefault(ClockSetting.TrueTime),
        [.. _database.Rows("SELECT t.pool, t.id, t.type, t.algorithm, t.digits, t.period, t.counter, t.secret, u.next, u.issued, u.held FROM token t LEFT JOIN used u ON u.key = t.key ORDER BY u.next, t.rowid", TokenOf)],
        [.. _database.Rows("SELECT id, key, expires, in_hand FROM lease", row => new KeptLease(row.GetString(0), row.GetString(1), Moment(row, 2), TimeSpan.FromTicks(row.GetInt64(3))))]);

    /// <inheritdoc/>
    public Task AddAsync(string pool, IReadOnlyList<FleetToken> tokens) => _writer.AskAsync(() =>
    {
        foreach (FleetToken token in tokens)
        {
            OtpParameters parameters = token.Parameters;
            _database.Execute(
                "INSERT INTO token VALUES ($key, $pool, $id, $type, $algorithm, $digits, $period, $counter, $secret)",
                ("$key", token.Key), ("$pool", pool), ("$id", token.Id), ("$type", (int)parameters.Type), ("$algorithm", (int)parameters.Algorithm), ("$digits", parameters.Digits),
                ("$period", parameters.PeriodSeconds), ("$counter", unchecked((long)parameters.InitialCounter)), ("$secret", token.Secret.ToArray()));
            using SqliteCommand used = _database.CreateCommand();
            used.CommandText = "SELECT next, issued, held FROM used WHERE key = $key";
            used.Parameters.AddWithValue("$key", token.Key);
            using SqliteDataReader row = used.ExecuteReader();
            if (row.Read())
            {
                token.MoveTo(unchecked((ulong)row.GetInt64(0)), row.GetBoolean(1), Moment(row, 2));
            }
        }
    });

    /// <inheritdoc/>
    public Task DropAsync(string pool) => _writer.AskAsync(() =>
    {
        _database.Execute("DELETE FROM lease WHERE key IN (SELECT key FROM token WHERE pool = $pool)", ("$pool", pool));
        _database.Execute("DELETE FROM token WHERE pool = $pool", ("$pool", pool));
    });

    /// <inheritdoc/>
    public Task PutAsync(Lease lease) => _writer.AskAsync(() => _database.Execute(
        "INSERT OR REPLACE INTO lease VALUES ($id, $key, $expires, $hand)",
        ("$id", lease.Id), ("$key", lease.Token.Key), ("$expires", lease.Expires.UtcTicks), ("$hand", lease.InHand.Ticks)));

    /// <inheritdoc/>
    public Task EndAsync(Lease lease) => _writer.AskAsync(() => _database.Execute("DELETE FROM lease WHERE id = $id", ("$id", lease.Id)));

    /// <inheritdoc/>
    public Task MoveAsync(FleetToken token) => _writer.AskAsync(() => _database.Execute(
        "INSERT OR REPLACE INTO used VALUES ($key, $next, $issued, $held)",
        ("$key", token.Key), ("$next", unchecked((long)token.NextFactor)), ("$issued", token.IsIssued), ("$held", token.HeldOffUntil.UtcTicks)));

    /// <inheritdoc/>
    public Task KeepClockAsync() => _writer.AskAsync(() => { });

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        _database.Dispose();
    }

    /// <summary>Read at the moment of the commit: never older than a code that is written along with it.</summary>
    private void KeepClock()
    {
        ClockSetting setting = _clock.Setting;
        _database.Execute(
            "INSERT OR REPLACE INTO clock VALUES (1, $mode, $anchor, $true, $rate)",
            ("$mode", (int)setting.Mode), ("$anchor", setting.Anchor.UtcTicks), ("$true", setting.TrueAnchor.UtcTicks), ("$rate", setting.Rate));
    }

    private static (string Pool, FleetToken Token) TokenOf(SqliteDataReader row)
    {
        var parameters = new OtpParameters((OtpType)row.GetInt32(2), (OtpAlgorithm)row.GetInt32(3), row.GetInt32(4), row.GetInt32(5), unchecked((ulong)row.GetInt64(6)));
        var token = new FleetToken(row.GetString(1), parameters, row.GetFieldValue<byte[]>(7));
        if (!row.IsDBNull(8))
        {
            token.MoveTo(unchecked((ulong)row.GetInt64(8)), row.GetBoolean(9), Moment(row, 10));
        }

        return (row.GetString(0), token);
    }

    private static DateTimeOffset Moment(SqliteDataReader row, int column) => new(row.GetInt64(column), TimeSpan.Zero);
}
