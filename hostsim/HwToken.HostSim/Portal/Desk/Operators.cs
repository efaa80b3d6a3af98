using HwToken.HostSim.Portal.Accounts;

namespace HwToken.HostSim.Portal.Desk;

/// <summary>The people at the service desk, in the data folder. Made by <c>desk new</c>, which also unlocks them.</summary>
internal sealed class Operators(string dataFolder)
{
    /// <summary>Wrong passwords in a row that lock an operator.</summary>
    private const int MaxFailures = 10;

    private readonly RecordFile<Operator> file = new(Path.Combine(dataFolder, "operators.json"), person => person.Name);

    public void Put(string name, string password, string tokenId, int passwordRounds = PasswordHash.Rounds) =>
        file.Put(new Operator(Key(name), PasswordHash.Of(password, passwordRounds), tokenId));

    /// <summary>The operator with this password, or null. The attempt is counted first.</summary>
    public Operator? Find(string name, string password)
    {
        Operator? person = file.Change(Key(name), found => found with { Failures = Math.Min(found.Failures + 1, MaxFailures + 1) });
        if (!PasswordHash.Fits(password, person?.PasswordHash) || person!.Failures > MaxFailures)
        {
            return null;
        }

        return file.Change(person.Name, found => found with { Failures = 0 });
    }

    private static string Key(string name) => name.Trim().ToLowerInvariant();
}
