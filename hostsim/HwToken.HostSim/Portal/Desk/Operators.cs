using HwToken.HostSim.Portal.Accounts;

namespace HwToken.HostSim.Portal.Desk;

/// <summary>The people at the service desk, in the data folder. Made by <c>desk new</c>, let in again by <c>desk unlock</c>.</summary>
internal sealed class Operators(string dataFolder)
{
    /// <summary>Wrong passwords in a row that lock an operator.</summary>
    public const int MaxFailures = 10;

    private readonly RecordFile<Operator> file = new(Path.Combine(dataFolder, "operators.json"), person => person.Name);

    public void Put(string name, string password, string tokenId, int passwordRounds = PasswordHash.Rounds) =>
        file.Put(new Operator(Key(name), PasswordHash.Of(password, passwordRounds), tokenId));

    /// <summary>The operator of this name, or null.</summary>
    public Operator? Find(string name) => file.Find(Key(name));

    /// <summary>The operator with this password, or null. The attempt is counted first. Behind a lock the right password is refused like a wrong
    /// one: who guesses on would learn it otherwise.</summary>
    public Operator? Check(string name, string password)
    {
        Operator? person = file.Change(Key(name), found => found with { Failures = Math.Min(found.Failures + 1, MaxFailures + 1) });
        return PasswordHash.Fits(password, person?.PasswordHash) && person!.Failures <= MaxFailures ? Unlock(person.Name) : null;
    }

    /// <summary>Lifts the lock of a password.</summary>
    /// <returns>Null when there is no such operator.</returns>
    public Operator? Unlock(string name) => file.Change(Key(name), found => found with { Failures = 0 });

    private static string Key(string name) => name.Trim().ToLowerInvariant();
}
