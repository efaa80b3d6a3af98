using Microsoft.Data.Sqlite;

namespace HwToken.Factory.Ledger;

/// <content>What was measured of the tokens' clocks.</content>
public sealed partial class LotLedger
{
    /// <summary>Notes, before a token's clock is set anew, that earlier measurements tell nothing of what comes after.</summary>
    public void NoteClockSetting(string id, DateTimeOffset at) => Change(() =>
    {
        Insert(id, at, null);
        return 0;
    });

    /// <summary>Keeps a measurement of a token's clock.</summary>
    public void AddClockMeasurement(string id, ClockMeasurement measured, string who) => Change(() =>
    {
        ArgumentNullException.ThrowIfNull(measured);
        Insert(id, measured.At, measured);
        _audit.Append(who, $"clock error {measured}", id);
        return 0;
    });

    /// <summary>Measurements of a token's clock since it was set last, in order.</summary>
    public IReadOnlyList<ClockMeasurement> ClockMeasurements(string id) => Locked(() =>
    {
        using SqliteCommand command = _connection.Prepare(
            "SELECT at, error_ms, uncertainty_ms FROM clock WHERE number = (SELECT number FROM unit WHERE id = $id) ORDER BY sequence",
            ("$id", id));
        using SqliteDataReader reader = command.ExecuteReader();
        var measurements = new List<ClockMeasurement>();
        while (reader.Read())
        {
            if (reader.IsDBNull(1))
            {
                measurements.Clear();
            }
            else
            {
                measurements.Add(new ClockMeasurement(DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(0)), reader.GetDouble(1), reader.GetDouble(2)));
            }
        }

        return (IReadOnlyList<ClockMeasurement>)measurements;
    });

    /// <summary>How a token's clock runs, from the first and the last measurement since it was set.</summary>
    /// <returns>Null when there are not two.</returns>
    public ClockRate? ClockRate(string id) =>
        ClockMeasurements(id) is [var first, .., var last] ? Ledger.ClockRate.Between(first, last) : null;

    private void Insert(string id, DateTimeOffset at, ClockMeasurement? measured) => _connection.Execute(
        "INSERT INTO clock (number, at, error_ms, uncertainty_ms) SELECT number, $at, $error, $uncertainty FROM unit WHERE id = $id",
        ("$at", at.ToUnixTimeMilliseconds()),
        ("$error", measured?.ErrorMilliseconds),
        ("$uncertainty", measured?.UncertaintyMilliseconds),
        ("$id", id));
}
