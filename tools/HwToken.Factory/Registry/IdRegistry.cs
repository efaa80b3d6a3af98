using HwToken.Core;
using HwToken.Factory.Ledger;
using Microsoft.Data.Sqlite;

namespace HwToken.Factory.Registry;

/// <summary>
/// All credential IDs that this factory ever gave out, over all lots, in one file. A range is durable here before a lot uses it: a
/// crash in between burns IDs, it never gives them out twice.
/// </summary>
public sealed class IdRegistry : IDisposable
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS range (first TEXT PRIMARY KEY, last TEXT NOT NULL, prefix TEXT NOT NULL, number INTEGER NOT NULL, count INTEGER NOT NULL, lot TEXT NOT NULL, at INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS head (lot TEXT PRIMARY KEY, sequence INTEGER NOT NULL, hash BLOB NOT NULL);
        """;

    private readonly SqliteConnection _connection;
    private readonly TimeProvider _clock;

    private IdRegistry(SqliteConnection connection, TimeProvider clock)
    {
        _connection = connection;
        _clock = clock;
    }

    /// <summary>Opens the registry, or creates it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="clock">For the dates in it.</param>
    public static IdRegistry Open(string path, TimeProvider clock)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        SqliteConnection connection = SqliteFile.Open(path, create: true);
        connection.Execute(Schema);
        return new IdRegistry(connection, clock);
    }

    /// <summary>Claims IDs for a lot: durable when this returns.</summary>
    /// <param name="lotId">The lot.</param>
    /// <param name="prefix">Letters and digits before the number.</param>
    /// <param name="first">First number; null: behind the last one given out under this prefix.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="FactoryException">One of them was given out before, whatever the lot and however the prefix was cut.</exception>
    public CredentialIdRange Claim(string lotId, string prefix, long? first, int count) => _connection.Change(() =>
    {
        CredentialIdRange.CheckPrefix(prefix);
        var range = new CredentialIdRange(prefix, first ?? NextFree(prefix), count);

        // IDs have one length, so ranges overlap exactly when they do so as text, also when one prefix continues another with digits.
        if (_connection.Scalar("SELECT lot FROM range WHERE first <= $last AND last >= $first LIMIT 1", ("$first", range.FirstId), ("$last", range.LastId)) is string lot)
        {
            throw new FactoryException($"IDs between {range.FirstId} and {range.LastId} were given out before, to lot {lot}. An ID is never used twice: choose another first number or leave it out.");
        }

        _connection.Execute(
            "INSERT INTO range VALUES ($first, $last, $prefix, $number, $count, $lot, $at)",
            ("$first", range.FirstId),
            ("$last", range.LastId),
            ("$prefix", prefix),
            ("$number", range.First),
            ("$count", range.Count),
            ("$lot", lotId),
            ("$at", _clock.GetUtcNow().ToUnixTimeSeconds()));
        return range;
    });

    /// <summary>Which lot an ID was given out to.</summary>
    /// <returns>Null when it never was.</returns>
    public string? FindLot(string id) => !CredentialId.IsValid(id)
        ? null
        : _connection.Scalar("SELECT lot FROM range WHERE first <= $id AND last >= $id LIMIT 1", ("$id", id)) as string;

    /// <summary>How many IDs were given out to a lot: those in its ledger, and those that a creation or extension burned when it was cut short.</summary>
    public long CountOf(string lotId) => (long)_connection.Scalar("SELECT coalesce(sum(count), 0) FROM range WHERE lot = $lot", ("$lot", lotId))!;

    /// <summary>Keeps a lot's audit head outside the lot, so that a trail that was cut or rewritten shows.</summary>
    public void KeepHead(string lotId, long sequence, byte[] hash) => _connection.Execute(
        "INSERT INTO head VALUES ($lot, $sequence, $hash) ON CONFLICT (lot) DO UPDATE SET sequence = $sequence, hash = $hash WHERE $sequence > sequence",
        ("$lot", lotId),
        ("$sequence", sequence),
        ("$hash", hash));

    /// <summary>The audit head kept last.</summary>
    /// <returns>Null when none was.</returns>
    public (long Sequence, byte[] Hash)? KeptHead(string lotId)
    {
        using SqliteCommand command = _connection.Prepare("SELECT sequence, hash FROM head WHERE lot = $lot", ("$lot", lotId));
        using SqliteDataReader reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : null;
    }

    /// <summary>True when a lot of this name has claimed IDs.</summary>
    public bool HasLot(string lotId) => _connection.Scalar("SELECT 1 FROM range WHERE lot = $lot LIMIT 1", ("$lot", lotId)) is not null;

    /// <summary>Closes the file.</summary>
    public void Dispose() => _connection.Dispose();

    private long NextFree(string prefix) =>
        _connection.Scalar("SELECT max(number + count) FROM range WHERE prefix = $prefix", ("$prefix", prefix)) is long next ? next : 1;
}
