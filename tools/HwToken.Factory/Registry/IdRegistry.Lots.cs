using HwToken.Factory.Ledger;
using Microsoft.Data.Sqlite;

namespace HwToken.Factory.Registry;

/// <content>What is known of lots, and which units a token may hold.</content>
public sealed partial class IdRegistry
{
    private const string LotColumns = "identity, name, instance, place, sequence, hash";

    /// <summary>A lot by its identity, or null.</summary>
    public RegisteredLot? Lot(string identity) => Lots("WHERE identity = $value", identity).FirstOrDefault();

    /// <summary>A lot by its name, or null.</summary>
    public RegisteredLot? LotNamed(string name) => Lots("WHERE name = $value", name).FirstOrDefault();

    /// <summary>All lots, by name.</summary>
    public IReadOnlyList<RegisteredLot> Lots() => Lots("WHERE $value = '' ORDER BY name", "");

    /// <summary>Inside a change: makes a lot known, or replaces what is known of it.</summary>
    internal void Put(RegisteredLot lot) => _connection.Execute(
        $"""
        INSERT INTO lot ({LotColumns}) VALUES ($identity, $name, $instance, $place, $sequence, $hash)
        ON CONFLICT (identity) DO UPDATE SET instance = $instance, place = $place, sequence = $sequence, hash = $hash
        """,
        ("$identity", lot.Identity),
        ("$name", lot.Name),
        ("$instance", lot.Instance),
        ("$place", lot.Place),
        ("$sequence", lot.Sequence),
        ("$hash", lot.Hash));

    /// <summary>Keeps a lot's audit head outside the lot, so that a trail that was cut or rewritten, and an older copy, shows.</summary>
    internal void KeepHead(string identity, long sequence, byte[] hash) => _connection.Execute(
        "UPDATE lot SET sequence = $sequence, hash = $hash WHERE identity = $identity AND $sequence > sequence",
        ("$identity", identity),
        ("$sequence", sequence),
        ("$hash", hash));

    /// <summary>Claims a unit before a token is touched, together with the audit head that tells of it. Durable when this returns.</summary>
    /// <exception cref="FactoryException">It was claimed before, or its ID was never given to that lot: two copies of a lot are at work.</exception>
    internal void ClaimUnit(string id, string identity, long sequence, byte[] hash) => _connection.Change(() =>
    {
        if (FindLot(id) != identity || _connection.Execute("INSERT INTO unit VALUES ($id, $lot) ON CONFLICT (id) DO NOTHING", ("$id", id), ("$lot", identity)) != 1)
        {
            throw new FactoryException($"{id} was taken before, by another copy of this lot: a token may hold it. Stop, and find out which copy is the right one: hwtoken lot verify");
        }

        KeepHead(identity, sequence, hash);
        return 0;
    });

    /// <summary>How many units of a lot were claimed.</summary>
    internal long ClaimsOf(string identity) => (long)_connection.Scalar("SELECT count(*) FROM unit WHERE lot = $lot", ("$lot", identity))!;

    /// <summary>The units of a lot that were claimed.</summary>
    internal IReadOnlyList<string> ClaimedUnits(string identity)
    {
        using SqliteCommand command = _connection.Prepare("SELECT id FROM unit WHERE lot = $lot ORDER BY id", ("$lot", identity));
        using SqliteDataReader reader = command.ExecuteReader();
        var ids = new List<string>();
        while (reader.Read())
        {
            ids.Add(reader.GetString(0));
        }

        return ids;
    }

    /// <summary>Inside a change: claims units that the ledger has taken and the registry has missed.</summary>
    internal void ClaimMissed(string identity, IEnumerable<string> ids)
    {
        using SqliteCommand insert = _connection.Prepare("INSERT INTO unit VALUES ($id, $lot) ON CONFLICT (id) DO NOTHING", ("$lot", identity));
        SqliteParameter id = insert.Parameters.Add("$id", SqliteType.Text);
        foreach (string missed in ids)
        {
            id.Value = missed;
            insert.ExecuteNonQuery();
        }
    }

    private List<RegisteredLot> Lots(string where, string value)
    {
        using SqliteCommand command = _connection.Prepare($"SELECT {LotColumns} FROM lot {where}", ("$value", value));
        using SqliteDataReader reader = command.ExecuteReader();
        var lots = new List<RegisteredLot>();
        while (reader.Read())
        {
            lots.Add(new RegisteredLot(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetInt64(4), reader.GetFieldValue<byte[]>(5)));
        }

        return lots;
    }
}
