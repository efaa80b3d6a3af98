using HwToken.Service.Portal.Accounts;

namespace HwToken.Service.Portal.Desk;

/// <summary>The people at the service desk, in the data folder. Made by <c>desk new</c>, let in again by <c>desk unlock</c>, taken away by <c>desk remove</c>.</summary>
/// <param name="dataFolder">The data folder.</param>
public sealed class Operators(string dataFolder)
{
    /// <summary>Wrong passwords in a row that lock an operator.</summary>
    public const int MaxFailures = 10;

    private readonly RecordFile<DeskOperator> file = new(Path.Combine(dataFolder, "operators.json"), person => person.Name);

    /// <summary>Makes an operator, or gives one a new password; lifts the lock of the old one.</summary>
    /// <param name="name">Name to sign in with; case does not matter.</param>
    /// <param name="password">The password.</param>
    /// <param name="tokenId">Credential ID of the operator's own token.</param>
    /// <param name="passwordRounds">Rounds of the password's hash.</param>
    public void Put(string name, string password, string tokenId, int passwordRounds = PasswordHash.Rounds) =>
        file.Put(new DeskOperator(Key(name), PasswordHash.Of(password, passwordRounds), tokenId));

    /// <summary>The operator of this name, or null.</summary>
    /// <param name="name">The name.</param>
    public DeskOperator? Find(string name) => file.Find(Key(name));

    /// <summary>The operator with this password, or null. The attempt is counted first. Behind a lock the right password is refused like a wrong
    /// one: who guesses on would learn it otherwise.</summary>
    /// <param name="name">The name, as typed.</param>
    /// <param name="password">The password, as typed.</param>
    public DeskOperator? Check(string name, string password)
    {
        DeskOperator? person = file.Change(Key(name), found => found with { Failures = Math.Min(found.Failures + 1, MaxFailures + 1) });
        return PasswordHash.Fits(password, person?.PasswordHash) && person!.Failures <= MaxFailures ? Unlock(person.Name) : null;
    }

    /// <summary>Lifts the lock of a password.</summary>
    /// <param name="name">The operator's name.</param>
    /// <returns>Null when there is no such operator.</returns>
    public DeskOperator? Unlock(string name) => file.Change(Key(name), found => found with { Failures = 0 });

    /// <summary>Takes an operator away; sessions end with the next request.</summary>
    /// <param name="name">The operator's name.</param>
    /// <returns>The operator as he or she was; null when there is none.</returns>
    public DeskOperator? Remove(string name) => file.Remove(Key(name));

    /// <summary>Whether who signed in is an operator still, with the same password and the same token.</summary>
    /// <param name="session">The session.</param>
    public bool Hold(DeskSession session) =>
        file.Find(session.Name) is { } person && person.PasswordHash == session.PasswordHash && person.TokenId == session.TokenId;

    /// <summary>Whether a token is some operator's.</summary>
    /// <param name="tokenId">Its credential ID.</param>
    public bool Own(string tokenId) => file.All().Any(person => person.TokenId == tokenId);

    private static string Key(string name) => name.Trim().ToLowerInvariant();
}

/// <summary>A person at the service desk.</summary>
/// <param name="Name">Lower-case name.</param>
/// <param name="PasswordHash">See <see cref="Accounts.PasswordHash"/>.</param>
/// <param name="TokenId">Credential ID of the operator's own token.</param>
/// <param name="Failures">Wrong passwords in a row.</param>
public sealed record DeskOperator(string Name, string PasswordHash, string TokenId, int Failures = 0);
