using HwToken.Service.Portal.Accounts;


namespace HwToken.HostSim.Serving;

/// <summary>What somebody who starts demonstrations by the hundred need not pay for each time, or wants to be the same each time. The program itself takes none of it.</summary>
/// <param name="Files">Name and content of what lies in the data folder at the start, such as a receipt key made before; null: nothing.</param>
/// <param name="PasswordRounds">Rounds of the initial passwords' hashes.</param>
/// <param name="Waits">The clock that public answers wait by, so that nobody sits through it; null: the system's.</param>
/// <param name="Draw">Gives so many bytes for the tokens' IDs and secrets, so that the tokens show the same codes each time; null: random ones.</param>
internal sealed record DemoShortcuts(
    IReadOnlyDictionary<string, byte[]>? Files = null,
    int PasswordRounds = PasswordHash.Rounds,
    TimeProvider? Waits = null,
    Func<int, byte[]>? Draw = null);
