using Microsoft.Data.Sqlite;

namespace HwToken.Factory.Ledger;

/// <content>Reads units.</content>
public sealed partial class LotLedger
{
    /// <summary>One unit, or null.</summary>
    public Unit? Find(string id) => Locked(() => UnitTable.Find(_connection, id));

    /// <summary>Units in some states, in the order of the lot. Nothing else may use this ledger object until the walk is over.</summary>
    /// <param name="states">None: all.</param>
    public IEnumerable<Unit> Units(params UnitState[] states) =>
        UnitTable.Select(_connection, states.Length == 0 ? "" : $"WHERE state IN ({string.Join(',', states.Select(state => (int)state))})");

    /// <summary>The first unit in these states whose number is above <paramref name="number"/>: a walk that lets others in between.</summary>
    public IReadOnlyList<Unit> Page(long number, int count, params UnitState[] states) => Locked(() =>
        (IReadOnlyList<Unit>)[.. UnitTable.Select(_connection, $"WHERE number > $number AND state IN ({string.Join(',', states.Select(state => (int)state))})", ("$number", number)).Take(count)]);

    /// <summary>Units that a port was busy with and has not brought to an end.</summary>
    /// <param name="station">The port.</param>
    public IReadOnlyList<Unit> Unfinished(string station) => Locked(() =>
        (IReadOnlyList<Unit>)[.. UnitTable.Select(_connection, "WHERE state IN (1, 2) AND station = $station", ("$station", station))]);

    /// <summary>How many units are in each state.</summary>
    public UnitCounts Counts() => Locked(() =>
    {
        var counts = new Dictionary<UnitState, int>();
        using SqliteCommand command = _connection.Prepare("SELECT state, count(*) FROM unit GROUP BY state");
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            counts[(UnitState)reader.GetInt32(0)] = reader.GetInt32(1);
        }

        return new UnitCounts(counts);
    });
}
