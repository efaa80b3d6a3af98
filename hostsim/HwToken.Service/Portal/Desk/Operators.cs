using HwToken.Service.Portal.Accounts;
using HwToken.Validation.Access;

namespace HwToken.Service.Portal.Desk;

/// <summary>The people at the service desk and their passwords. Made by <c>desk new</c>, let in again by <c>desk unlock</c>, sent away by <c>desk remove</c>.</summary>
/// <param name="store">Where they are kept.</param>
public sealed class Operators(OperatorStore store)
{
    /// <summary>Wrong passwords in a row that lock an operator.</summary>
    public const int MaxFailures = 10;

    /// <summary>Makes an operator, or gives one a new password; lifts the lock of the old one and ends the sessions that it opened.</summary>
    /// <param name="name">Name to sign in with; case does not matter.</param>
    /// <param name="password">The password.</param>
    /// <param name="tokenId">Credential ID of the operator's own token.</param>
    /// <param name="actor">Who does it, for the audit.</param>
    /// <param name="passwordRounds">Rounds of the password's hash.</param>
    /// <param name="cancel">Ends the wait.</param>
    public Task PutAsync(string name, string password, string tokenId, string actor, int passwordRounds = PasswordHash.Rounds, CancellationToken cancel = default) =>
        store.PutAsync(name, PasswordHash.Of(password, passwordRounds), tokenId, actor, cancel);

    /// <summary>The operator with this password, or null. The attempt is counted first. Behind a lock the right password is refused like a wrong
    /// one: who guesses on would learn it otherwise.</summary>
    /// <param name="name">The name, as typed.</param>
    /// <param name="password">The password, as typed.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<DeskOperator?> CheckAsync(string name, string password, CancellationToken cancel = default)
    {
        DeskOperator? person = await store.CountAsync(name, cancel).ConfigureAwait(false);
        return PasswordHash.Fits(password, person?.PasswordHash) && person!.Failures <= MaxFailures ? await store.UnlockAsync(person.Name, null, cancel).ConfigureAwait(false) : null;
    }

    /// <summary>Lifts the lock of a password.</summary>
    /// <param name="name">The operator's name.</param>
    /// <param name="actor">Who does it, for the audit.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Null when there is no such operator.</returns>
    public Task<DeskOperator?> UnlockAsync(string name, string actor, CancellationToken cancel = default) => store.UnlockAsync(name, actor, cancel);
}
