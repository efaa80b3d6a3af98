namespace HwToken.Factory.Ledger;

/// <content>Moves units from state to state.</content>
public sealed partial class LotLedger
{
    /// <summary>Takes the next reserved unit for a token: durable as <see cref="UnitState.Writing"/> when this returns.</summary>
    /// <param name="station">Which port takes it.</param>
    /// <param name="who">By whom.</param>
    /// <param name="id">Take this one; null: the first.</param>
    /// <returns>Null when none is left.</returns>
    internal Unit? Take(string station, string who, string? id = null) => Change(() =>
    {
        string? taken = _connection.Scalar(
            "UPDATE unit SET state = 1, station = $station WHERE number = (SELECT number FROM unit WHERE state = 0 AND ($id IS NULL OR id = $id) ORDER BY number LIMIT 1) RETURNING id",
            ("$station", station),
            ("$id", id)) as string;
        if (taken is null)
        {
            return null;
        }

        _audit.Append(who, new AuditEvent(AuditKind.Taken) { Id = taken });
        return UnitTable.Find(_connection, taken);
    });

    /// <summary>Notes, before COMMIT is sent, that a token may be locked with this unit from now on.</summary>
    /// <returns>False when the unit is not being written any more.</returns>
    public bool TryIntendCommit(string id, string who) => Change(() =>
    {
        bool isNoted = _connection.Execute("UPDATE unit SET committing = 1 WHERE id = $id AND state = 1", ("$id", id)) == 1;
        if (isNoted)
        {
            _audit.Append(who, new AuditEvent(AuditKind.CommitIntended) { Id = id });
        }

        return isNoted;
    });

    /// <summary>Moves a unit on.</summary>
    /// <param name="id">Credential ID.</param>
    /// <param name="from">Where it must be.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="who">By whom.</param>
    /// <param name="findings">With <see cref="UnitState.Verified"/>: what the station found out.</param>
    /// <returns>False, and nothing changed, when it is elsewhere by now (another station took care of it).</returns>
    public bool TryMove(string id, UnitState from, UnitState to, string who, UnitFindings? findings = null) => Change(() =>
    {
        if (!UnitTransitions.IsAllowed(from, to))
        {
            throw new InvalidOperationException($"No transition from {from.Word()} to {to.Word()}.");
        }

        if (_connection.Execute("UPDATE unit SET state = $to WHERE id = $id AND state = $from", ("$to", (int)to), ("$id", id), ("$from", (int)from)) != 1)
        {
            return false;
        }

        if (findings is not null)
        {
            _connection.Execute(
                "UPDATE unit SET verified_at = $at, clock_error_ms = $error, next_counter = $counter, firmware = $firmware WHERE id = $id",
                ("$at", findings.VerifiedAt.ToUnixTimeMilliseconds()),
                ("$error", (int?)findings.Clock?.ErrorMilliseconds),
                ("$counter", findings.NextCounter),
                ("$firmware", findings.Firmware),
                ("$id", id));
        }

        if (findings?.Clock is { } clock)
        {
            Insert(id, clock.At, ClockRow.Measured, clock);
        }

        _audit.Append(who, new AuditEvent(AuditText.KindOf(to)) { Id = id }.With(findings?.Clock));
        return true;
    });

    /// <summary>Gives a unit up.</summary>
    /// <param name="id">Credential ID.</param>
    /// <param name="reason">Why, in a few words.</param>
    /// <param name="who">By whom.</param>
    /// <param name="from">Only when it is in this state; null: in any.</param>
    /// <returns>False when it is scrapped already, or elsewhere.</returns>
    public bool TryScrap(string id, string reason, string who, UnitState? from = null) => Change(() =>
    {
        if (UnitTable.Find(_connection, id) is not { } unit || unit.State == UnitState.Scrapped || (from is not null && unit.State != from))
        {
            return false;
        }

        Scrap(unit, reason, who);
        return true;
    });

    /// <summary>Moves every labelled unit to sealed, gives up what is not finished, and keeps what was sealed.</summary>
    /// <param name="who">By whom.</param>
    /// <param name="happened">What was sealed, for the audit trail.</param>
    /// <param name="files">The sealed files.</param>
    /// <param name="head">The audit head that stands in the file: nothing may have happened since.</param>
    /// <param name="unfinished">IDs that the file tells as scrapped.</param>
    /// <param name="why">The reason that it tells for them.</param>
    /// <returns>False, and nothing changed, when something has.</returns>
    internal bool TrySeal(string who, AuditEvent happened, string files, byte[] head, IReadOnlyList<string> unfinished, string why) => Change(() =>
    {
        if (_audit.Last() is not { } last || !last.Hash.AsSpan().SequenceEqual(head))
        {
            return false;
        }

        foreach (string id in unfinished)
        {
            Scrap(UnitTable.Find(_connection, id)!, why, who);
        }

        _connection.Execute("UPDATE unit SET state = 5 WHERE state = 4");
        Put((SealedFilesName, files));
        _audit.Append(who, happened);
        return true;
    });

    /// <summary>Takes the lot over: a new instance, and units that a token may hold although this ledger does not know are given up.</summary>
    /// <param name="place">Where it lies now.</param>
    /// <param name="claimed">IDs that the registry knows as taken.</param>
    /// <param name="who">By whom.</param>
    /// <returns>The new instance, and how many units were given up.</returns>
    internal (string Instance, int Scrapped) Adopt(string place, IEnumerable<string> claimed, string who) => Change(() =>
    {
        int scrapped = 0;
        foreach (Unit unit in claimed.Select(id => UnitTable.Find(_connection, id)).OfType<Unit>().Where(unit => unit.State == UnitState.Reserved).ToList())
        {
            Scrap(unit, "taken after this copy of the lot was made; a token may hold it", who);
            scrapped++;
        }

        string instance = Guid.NewGuid().ToString("N");
        Put((InstanceName, instance));
        _audit.Append(who, new AuditEvent(AuditKind.Adopted) { Text = place, Count = scrapped });
        return (instance, scrapped);
    });

    private void Scrap(Unit unit, string reason, string who)
    {
        _connection.Execute("UPDATE unit SET state = 9, reason = $reason WHERE id = $id", ("$reason", reason), ("$id", unit.Id));
        _audit.Append(who, new AuditEvent(AuditKind.Scrapped) { Id = unit.Id, From = unit.State, Text = reason });
    }
}
