using System.Globalization;
using HwToken.Core;
using HwToken.Factory.Ledger;
using Microsoft.Data.Sqlite;

namespace HwToken.Factory.Registry;

/// <summary>
/// The authority of a factory, in one file: which IDs were given to which lot, which of them a token may hold, and for each lot the one copy that may
/// be worked with and its last audit entry.
/// </summary>
public sealed partial class IdRegistry : IDisposable
{
    private const string PlaceName = "place";
    private const string MachineName = "machine";
    private const string LastAtName = "lastAt";

    private readonly SqliteConnection _connection;
    private readonly TimeProvider _clock;

    private IdRegistry(SqliteConnection connection, TimeProvider clock)
    {
        _connection = connection;
        _clock = clock;
    }

    /// <summary>When something was claimed here last.</summary>
    public DateTimeOffset? LastAt => Get(LastAtName) is { } text ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(text, CultureInfo.InvariantCulture)) : null;

    /// <summary>Opens the registry to change it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="clock">For the dates in it.</param>
    /// <exception cref="FactoryException">There is none, it is of another version, or it is a copy that lies elsewhere.</exception>
    public static IdRegistry Open(string path, TimeProvider clock)
    {
        IdRegistry registry = Open(path, clock, isToChange: true);
        try
        {
            registry.CheckPlace(path);
            return registry;
        }
        catch
        {
            registry.Dispose();
            throw;
        }
    }

    /// <summary>Opens the registry to read it; it may be a copy, and lie where nothing can be written.</summary>
    /// <exception cref="FactoryException">There is none, or it is of another version.</exception>
    public static IdRegistry OpenRead(string path, TimeProvider clock) => Open(path, clock, isToChange: false);

    /// <summary>Claims IDs for a lot.</summary>
    /// <param name="lot">Identity of the lot.</param>
    /// <param name="prefix">Letters and digits before the number.</param>
    /// <param name="first">First number; null: behind the last one given out under this prefix.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="FactoryException">One of them was given out before, whatever the lot and however the prefix was cut.</exception>
    public CredentialIdRange Claim(string lot, string prefix, long? first, int count) => _connection.Change(() => Insert(lot, prefix, first, count));

    /// <summary>Gives IDs back that were claimed and never used: what they were for has failed.</summary>
    internal void Release(CredentialIdRange range) => _connection.Change(() =>
        _connection.Execute("DELETE FROM range WHERE first = $first AND NOT EXISTS (SELECT 1 FROM unit WHERE id BETWEEN $first AND $last)", ("$first", range.FirstId), ("$last", range.LastId)));

    /// <summary>Which lot an ID was given out to.</summary>
    /// <returns>Its identity; null when it never was.</returns>
    public string? FindLot(string id) => !CredentialId.IsValid(id)
        ? null
        : _connection.Scalar("SELECT lot FROM range WHERE first <= $id AND last >= $id LIMIT 1", ("$id", id)) as string;

    /// <summary>How many IDs were given out to a lot: those in its ledger, and those that an extension burned when it was cut short.</summary>
    public long CountOf(string lot) => (long)_connection.Scalar("SELECT coalesce(sum(count), 0) FROM range WHERE lot = $lot", ("$lot", lot))!;

    /// <summary>Runs several changes as one.</summary>
    internal T Change<T>(Func<T> change) => _connection.Change(change);

    /// <summary>Closes the file.</summary>
    public void Dispose() => _connection.Dispose();

    private static IdRegistry Open(string path, TimeProvider clock, bool isToChange)
    {
        if (!File.Exists(path))
        {
            throw new FactoryException($"There is no registry at {path}: it knows every ID that this factory ever gave out. The first time: hwtoken registry init. If there was one, name its folder (--home, $HWTOKEN_HOME) or bring it back: hwtoken registry restore FILE");
        }

        SqliteConnection connection = isToChange ? SqliteFile.Open(path, create: false) : SqliteFile.OpenRead(path);
        if (RegistrySchema.Fits(connection))
        {
            return new IdRegistry(connection, clock);
        }

        connection.Dispose();
        throw new FactoryException($"{path} is no registry of this version of hwtoken. Finish its lots with the version that made it, and begin a registry in another folder (--home) whose IDs begin behind the last one (--first).");
    }

    /// <summary>Inside a change: see <see cref="Claim"/>.</summary>
    internal CredentialIdRange Insert(string lot, string prefix, long? first, int count)
    {
        CredentialIdRange.CheckPrefix(prefix);
        var range = new CredentialIdRange(prefix, first ?? NextFree(prefix), count);

        // IDs have one length, so ranges overlap exactly when they do so as text, also when one prefix continues another with digits.
        string? other = _connection.Scalar(
            "SELECT lot.name FROM range JOIN lot ON lot.identity = range.lot WHERE first <= $last AND last >= $first LIMIT 1", ("$first", range.FirstId), ("$last", range.LastId)) as string;
        if (other is not null)
        {
            throw new FactoryException($"IDs between {range.FirstId} and {range.LastId} were given out before, to lot {other}. An ID is never used twice: choose another first number or leave it out.");
        }

        DateTimeOffset now = _clock.GetUtcNow();
        _connection.Execute(
            "INSERT INTO range VALUES ($first, $last, $prefix, $number, $count, $lot, $at)",
            ("$first", range.FirstId),
            ("$last", range.LastId),
            ("$prefix", prefix),
            ("$number", range.First),
            ("$count", range.Count),
            ("$lot", lot),
            ("$at", now.ToUnixTimeSeconds()));
        Put(LastAtName, now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        return range;
    }

    private long NextFree(string prefix) =>
        _connection.Scalar("SELECT max(number + count) FROM range WHERE prefix = $prefix", ("$prefix", prefix)) is long next ? next : 1;

    private string? Get(string name) => _connection.Scalar("SELECT value FROM about WHERE name = $name", ("$name", name)) as string;

    private void Put(string name, string value) =>
        _connection.Execute("INSERT INTO about VALUES ($name, $value) ON CONFLICT (name) DO UPDATE SET value = $value", ("$name", name), ("$value", value));
}
