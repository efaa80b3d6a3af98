using System.Globalization;
using HwToken.Factory.Keys;
using HwToken.Factory.Ledger;
using HwToken.Factory.Registry;

namespace HwToken.Factory.Lots;

/// <summary>
/// Work on a lot: opened only when the registry says that this copy of the lot is the one to work with and nothing is missing from it. The lot's audit
/// head is kept in the registry with every unit that is taken, and when the session ends, however it ends.
/// </summary>
public sealed class LotSession : IDisposable
{
    private readonly IdRegistry _registry;

    internal LotSession(Lot lot, IdRegistry registry, Bench bench)
    {
        (Lot, _registry, Bench) = (lot, registry, bench);
        lot.Session = this;
    }

    /// <summary>The lot, with its keys.</summary>
    public Lot Lot { get; }

    /// <summary>Where it is worked with.</summary>
    public Bench Bench { get; }

    /// <summary>Opens a lot to work with it.</summary>
    /// <param name="bench">Where.</param>
    /// <param name="folder">The lot's folder.</param>
    /// <param name="source">Its key.</param>
    /// <exception cref="FactoryException">The registry does not know this copy as the one to work with, or the clock cannot be right.</exception>
    public static LotSession Open(Bench bench, string folder, LotKeySource source)
    {
        ArgumentNullException.ThrowIfNull(bench);
        ArgumentNullException.ThrowIfNull(source);
        IdRegistry registry = IdRegistry.Open(bench.Home.RegistryPath, bench.Clock);
        Lot? lot = null;
        try
        {
            lot = Lot.Open(folder, source, bench.Clock, isToChange: true);
            LotProof.Prove(lot, registry);
            bool isDoubted = BenchClock.Check(bench, LastAt(lot));
            var session = new LotSession(lot, registry, bench);
            session.ClaimMissed();
            if (isDoubted)
            {
                lot.Ledger.DeclareClockRight(bench.Clock.GetUtcNow(), bench.Who);
            }

            return session;
        }
        catch
        {
            lot?.Dispose();
            registry.Dispose();
            throw;
        }
    }

    /// <summary>Adds credentials: see <see cref="Lot"/>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="firstNumber">First number; null: the next free one.</param>
    /// <returns>The IDs that were added.</returns>
    public CredentialIdRange Extend(int count, long? firstNumber = null) => Lot.Extend(_registry, count, firstNumber, Bench.Who);

    /// <summary>Takes a unit for a token. When this returns it is durable in the ledger and in the registry that a token may hold it.</summary>
    /// <param name="station">Which port takes it.</param>
    /// <param name="who">By whom.</param>
    /// <param name="id">Take this one; null: the first.</param>
    /// <returns>Null when none is left.</returns>
    /// <exception cref="FactoryException">Another copy of the lot has taken it, or the clock has become wrong.</exception>
    public Unit? Take(string station, string who, string? id = null)
    {
        BenchClock.Check(Bench with { IsClockRight = false }, LastAt(Lot));
        if (Lot.Ledger.Take(station, who, id) is not { } unit)
        {
            return null;
        }

        (long sequence, byte[] hash) = Lot.Ledger.AuditHead();
        lock (_registry)
        {
            _registry.ClaimUnit(unit.Id, Lot.Ledger.Identity, sequence, hash);
        }

        return unit;
    }

    /// <summary>Keeps the audit head and closes the lot.</summary>
    public void Dispose()
    {
        try
        {
            KeepHead();
        }
        finally
        {
            Lot.Dispose();
            _registry.Dispose();
        }
    }

    /// <summary>Keeps the audit head in the registry.</summary>
    internal void KeepHead()
    {
        (long sequence, byte[] hash) = Lot.Ledger.AuditHead();
        lock (_registry)
        {
            _registry.KeepHead(Lot.Ledger.Identity, sequence, hash);
        }
    }

    internal static DateTimeOffset? LastAt(Lot lot) => lot.Ledger.LastAudit() is { } last
        ? DateTimeOffset.ParseExact(last.At, AuditLog.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
        : null;

    /// <summary>A station that died between ledger and registry, or a registry that came back from a backup, leaves units that only the ledger knows as taken.</summary>
    private void ClaimMissed()
    {
        UnitCounts counts = Lot.Ledger.Counts();
        if (_registry.ClaimsOf(Lot.Ledger.Identity) < counts.Total - counts[UnitState.Reserved])
        {
            _registry.Change(() =>
            {
                _registry.ClaimMissed(Lot.Ledger.Identity, Lot.Taken());
                return 0;
            });
        }
    }
}
