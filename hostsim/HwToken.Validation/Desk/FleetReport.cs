using HwToken.Core.Otp;
using HwToken.Validation.Rules;
using HwToken.Validation.Storage;
using HwToken.Validation.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Desk;

/// <summary>Counts the fleet, on one snapshot.</summary>
public sealed class FleetReport
{
    /// <summary>Days that are counted, today among them.</summary>
    public const int Days = 14;

    /// <summary>Newest entries of the audit that are looked at: the figures of a busy service cost no more than these.</summary>
    private const int MostEntries = 100_000;

    private const int MostImports = 10;
    private const long DayMilliseconds = 86_400_000;

    /// <summary>Where one band ends and the next begins, in seconds: a step either way is no matter, a minute is.</summary>
    private static readonly double[] Bounds = [-60, -30, -10, 10, 30, 60];

    private readonly IDatabase database;
    private readonly ValidationRules rules;
    private readonly TimeProvider time;

    internal FleetReport(IDatabase database, ValidationRules rules, TimeProvider time) => (this.database, this.rules, this.time) = (database, rules, time);

    /// <summary>Reads the figures.</summary>
    /// <param name="zone">What the reader's clock is ahead of UTC: where a day begins.</param>
    /// <param name="cancellation">Ends the read.</param>
    public Task<FleetFigures> ReadAsync(TimeSpan zone, CancellationToken cancellation = default) => database.ReadAsync(
        async context => new FleetFigures(
            await StatesAsync(context, cancellation).ConfigureAwait(false),
            await DaysAsync(context, (long)zone.TotalMilliseconds, cancellation).ConfigureAwait(false),
            await DriftAsync(context, cancellation).ConfigureAwait(false),
            [.. (await context.Imports.OrderByDescending(lot => lot.ImportedAt).Take(MostImports).ToListAsync(cancellation).ConfigureAwait(false))
                .Select(lot => new ImportedLot(lot.Lot, lot.Count, DateTimeOffset.FromUnixTimeMilliseconds(lot.ImportedAt), lot.FileSha256))]),
        cancellation);

    private async Task<IReadOnlyList<(ShownState State, int Count)>> StatesAsync(ValidationContext context, CancellationToken cancellation)
    {
        int max = rules.MaxFailures;
        var counted = await context.Credentials.GroupBy(row => new { row.State, IsLocked = row.LockedAt != 0 || row.Failures >= max })
            .Select(group => new { group.Key.State, group.Key.IsLocked, Count = group.Count() }).ToListAsync(cancellation).ConfigureAwait(false);
        ShownState Shown(CredentialState state, bool isLocked) => state switch
        {
            CredentialState.Suspended => ShownState.Suspended,
            CredentialState.Revoked => ShownState.Revoked,
            _ when isLocked => ShownState.Locked,
            CredentialState.Active => ShownState.Active,
            _ => ShownState.Inactive,
        };
        return [.. Enum.GetValues<ShownState>().Select(state => (state, counted.Where(one => Shown(one.State, one.IsLocked) == state).Sum(one => one.Count)))];
    }

    private async Task<IReadOnlyList<DayFigures>> DaysAsync(ValidationContext context, long zone, CancellationToken cancellation)
    {
        long today = (time.GetUtcNow().ToUnixTimeMilliseconds() + zone) / DayMilliseconds;
        DayFigures[] days = [.. Enumerable.Range(0, Days).Select(day => new DayFigures(DateTimeOffset.FromUnixTimeMilliseconds(((today - Days + 1 + day) * DayMilliseconds) - zone), 0, 0, 0))];
        var entries = context.Audit.OrderByDescending(row => row.Id).Take(MostEntries).Select(row => new { row.At, row.Event, row.Outcome, row.Detail });
        await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(cancellation).ConfigureAwait(false))
        {
            long day = ((entry.At + zone) / DayMilliseconds) - (today - Days + 1);
            if (day is < 0 or >= Days || entry.Event is not ("validate" or "test" or "resync" or "activate"))
            {
                continue;
            }

            DayFigures before = days[day];
            bool isAccepted = entry.Outcome == "accepted";
            days[day] = before with { Accepted = before.Accepted + (isAccepted ? 1 : 0), Refused = before.Refused + (isAccepted ? 0 : 1), Locks = before.Locks + (entry.Detail == "locked" ? 1 : 0) };
        }

        return days;
    }

    private async Task<IReadOnlyList<DriftBand>> DriftAsync(ValidationContext context, CancellationToken cancellation)
    {
        long now = time.GetUtcNow().ToUnixTimeSeconds();
        int[] counts = new int[Bounds.Length + 1];
        var clocks = context.Credentials.Where(row => row.Type == OtpType.Totp && row.State == CredentialState.Active).Select(row => new { row.DriftOffset, row.DriftRate, row.DriftAt });
        await foreach (var clock in clocks.AsAsyncEnumerable().WithCancellation(cancellation).ConfigureAwait(false))
        {
            double off = new DriftModel(clock.DriftOffset, clock.DriftRate, 0, 0, 0, clock.DriftAt).At(now).OffsetSeconds;
            counts[Bounds.Count(bound => off >= bound)]++;
        }

        return [.. counts.Select((count, band) => new DriftBand(band == 0 ? null : Bounds[band - 1], band == Bounds.Length ? null : Bounds[band], count))];
    }
}
