using HwToken.Pskc;
using HwToken.Validation.Audit;
using HwToken.Validation.Outcomes;
using HwToken.Validation.Rules;
using HwToken.Validation.Storage;

namespace HwToken.Validation;

/// <content>Whose a credential is.</content>
public sealed partial class CredentialDesk
{
    /// <summary>Says whose a credential is. The audit tells that the holder was set, changed or removed, and never who it is.</summary>
    /// <param name="credentialId">Credential ID as typed; not revoked.</param>
    /// <param name="holder">User name or number (<see cref="Holder.TryRead"/>); empty for nobody.</param>
    /// <param name="actor">Who says so, for the audit.</param>
    /// <param name="reason">Why, or a ticket's number, for the audit; may be empty.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The credential; a holder that it had already changes nothing and is not recorded.</returns>
    /// <exception cref="ArgumentException">That is no holder.</exception>
    /// <exception cref="StorageException">Nothing was done.</exception>
    public async Task<DeskResult> SetHolderAsync(string? credentialId, string holder, string actor, string reason = "", CancellationToken cancellation = default)
    {
        if (!Holder.TryRead(holder, out string read))
        {
            throw new ArgumentException($"A holder is a user name or a number: at most {Holder.MaxLength} ASCII letters, digits and . _ - @ +", nameof(holder));
        }

        if (!AnyCredentialId.TryKey(credentialId, out string id))
        {
            return new DeskResult(null, RejectReason.UnknownCredential);
        }

        long now = Now;
        return await database.WriteAsync(
            async context =>
            {
                if (await TakeAsync(context, id).ConfigureAwait(false) is not { } row)
                {
                    return new DeskResult(null, RejectReason.UnknownCredential);
                }

                if (row.State == CredentialState.Revoked)
                {
                    return new DeskResult(View(row), RejectReason.Revoked);
                }

                if (row.Holder != read)
                {
                    string note = HolderNote.OfChange(row.Holder, read);
                    row.Holder = read;
                    await RecordAsync(context, row, "holder", actor, reason.Length == 0 ? note : $"{note}: {reason}", now).ConfigureAwait(false);
                }

                return new DeskResult(View(row), null);
            },
            cancellation).ConfigureAwait(false);
    }
}
