using Microsoft.Data.Sqlite;

namespace HwToken.Factory.Ledger;

/// <content>What was measured of the tokens' clocks.</content>
public sealed partial class LotLedger
{
    /// <summary>More than this, some time after it was set, is a wrong clock: half a step of 30 s, beyond which codes begin to be refused.</summary>
    public const double MostClockErrorMilliseconds = 15_000;

    /// <summary>Notes, before a token's clock is set anew, that earlier measurements tell nothing of what comes after.</summary>
    public void NoteClockSetting(string id, DateTimeOffset at, string who) => Change(() =>
    {
        Insert(id, at, ClockRow.AboutToBeSet);
        _audit.Append(who, new AuditEvent(AuditKind.ClockSet) { Id = id });
        return 0;
    });

    /// <summary>Notes that a token's clock stands still or is gone.</summary>
    public void NoteClockStopped(string id, DateTimeOffset at, string who) => Change(() =>
    {
        Insert(id, at, ClockRow.Stopped);
        _audit.Append(who, new AuditEvent(AuditKind.ClockStopped) { Id = id });
        return 0;
    });

    /// <summary>Keeps a measurement of a token's clock.</summary>
    public void AddClockMeasurement(string id, ClockMeasurement measured, string who) => Change(() =>
    {
        ArgumentNullException.ThrowIfNull(measured);
        Insert(id, measured.At, ClockRow.Measured, measured);
        _audit.Append(who, new AuditEvent(AuditKind.ClockMeasured) { Id = id }.With(measured));
        return 0;
    });

    /// <summary>Notes that the bench's clock is right although the trail speaks against it: whatever was set by it before is in doubt.</summary>
    internal void DeclareClockRight(DateTimeOffset at, string who) => Change(() =>
    {
        _connection.Execute(
            "INSERT INTO clock (number, at, kind) SELECT number, $at, $kind FROM unit WHERE state IN (2, 3, 4) AND number IN (SELECT number FROM clock)",
            ("$at", at.ToUnixTimeMilliseconds()),
            ("$kind", (int)ClockRow.InDoubt));
        _audit.Append(who, new AuditEvent(AuditKind.ClockDeclaredRight));
        return 0;
    });

    /// <summary>Units that passed and whose clock, when it was looked at last, was wrong, stood still, or was set by a bench clock that is in doubt.</summary>
    public IReadOnlyList<string> WrongClocks() => Locked(() =>
    {
        using SqliteCommand command = _connection.Prepare(
            """
            SELECT unit.id FROM unit JOIN clock ON clock.sequence = (SELECT max(sequence) FROM clock WHERE number = unit.number)
            WHERE unit.state IN (3, 4, 5) AND (clock.kind <> $measured OR abs(clock.error_ms) > $most) ORDER BY unit.number
            """,
            ("$measured", (int)ClockRow.Measured),
            ("$most", MostClockErrorMilliseconds));
        using SqliteDataReader reader = command.ExecuteReader();
        var ids = new List<string>();
        while (reader.Read())
        {
            ids.Add(reader.GetString(0));
        }

        return (IReadOnlyList<string>)ids;
    });

    /// <summary>Measurements of a token's clock since it was set last, in order.</summary>
    public IReadOnlyList<ClockMeasurement> ClockMeasurements(string id) => Locked(() =>
    {
        using SqliteCommand command = _connection.Prepare(
            "SELECT at, kind, error_ms, uncertainty_ms FROM clock WHERE number = (SELECT number FROM unit WHERE id = $id) ORDER BY sequence",
            ("$id", id));
        using SqliteDataReader reader = command.ExecuteReader();
        var measurements = new List<ClockMeasurement>();
        while (reader.Read())
        {
            if ((ClockRow)reader.GetInt32(1) != ClockRow.Measured)
            {
                measurements.Clear();
            }
            else
            {
                measurements.Add(new ClockMeasurement(DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(0)), reader.GetDouble(2), reader.GetDouble(3)));
            }
        }

        return (IReadOnlyList<ClockMeasurement>)measurements;
    });

    /// <summary>How a token's clock runs, from the first and the last measurement since it was set.</summary>
    /// <returns>Null when there are not two.</returns>
    public ClockRate? ClockRate(string id) =>
        ClockMeasurements(id) is [var first, .., var last] ? Ledger.ClockRate.Between(first, last) : null;

    private void Insert(string id, DateTimeOffset at, ClockRow kind, ClockMeasurement? measured = null) => _connection.Execute(
        "INSERT INTO clock (number, at, kind, error_ms, uncertainty_ms) SELECT number, $at, $kind, $error, $uncertainty FROM unit WHERE id = $id",
        ("$at", at.ToUnixTimeMilliseconds()),
        ("$kind", (int)kind),
        ("$error", measured?.ErrorMilliseconds),
        ("$uncertainty", measured?.UncertaintyMilliseconds),
        ("$id", id));

    /// <summary>What a row of the clock table tells. The numbers stand in ledgers: never renumber.</summary>
    private enum ClockRow
    {
        Measured = 0,
        AboutToBeSet = 1,
        Stopped = 2,
        InDoubt = 3,
    }
}
