using HwToken.Validation.Keys;
using HwToken.Validation.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Audit;

/// <summary>The service's own chain: imports, API keys, rotations. Rare, so one row orders them all.</summary>
internal sealed class ServiceChain(AuditChain chain, RowMac macs, TimeProvider time)
{
    /// <summary>Appends in the transaction of the context.</summary>
    public async Task AppendAsync(ValidationContext context, string actor, string what, string outcome, string detail)
    {
        // The update locks the row; who comes second waits here.
        await context.Chains.Where(row => row.Name == "").ExecuteUpdateAsync(row => row.SetProperty(one => one.Seq, one => one.Seq + 1)).ConfigureAwait(false);
        ChainRow head = await context.Chains.AsTracking().SingleAsync(row => row.Name == "").ConfigureAwait(false);
        if (!macs.Fits(new ChainRow { Name = head.Name, Seq = head.Seq - 1, Head = head.Head, Mac = head.Mac }))
        {
            throw new KeyHolderException("The head of the service's audit chain was altered behind its back. Run 'audit verify', and restore the database from a backup.");
        }

        var entry = new AuditEntry("", head.Seq, time.GetUtcNow().ToUnixTimeMilliseconds(), actor, what, outcome, AuditEntry.NoFactor, 0, detail);
        head.Head = chain.Next(head.Head, entry);
        head.Mac = macs.Of(head);
        context.Audit.Add(AuditRow.Of(entry, head.Head));
        await context.SaveChangesAsync().ConfigureAwait(false);
    }
}
