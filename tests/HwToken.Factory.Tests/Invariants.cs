using HwToken.Core.Records;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.TestKit.Bench;

namespace HwToken.Factory.Tests;

/// <summary>What must hold between a ledger and the tokens themselves, at any time.</summary>
internal static class Invariants
{
    /// <summary>
    /// Never a token whose secret nobody has, never two tokens with one secret, never an ID used twice, never a unit that passed and is
    /// in no token.
    /// </summary>
    /// <param name="lot">The lot, with its keys.</param>
    /// <param name="tokens">Every token that any station of the lot ever saw.</param>
    /// <param name="isAllFinished">True: besides, every token that holds something has passed.</param>
    public static void Hold(Lot lot, IEnumerable<BenchToken> tokens, bool isAllFinished)
    {
        var ids = new HashSet<string>();
        var secrets = new HashSet<string>();
        foreach (Credential credential in tokens.Select(token => token.Credential).OfType<Credential>())
        {
            Assert.True(ids.Add(credential.Id), $"{credential.Id} is in two tokens");
            Assert.True(secrets.Add(Convert.ToHexString(credential.Secret)), $"the secret of {credential.Id} is in two tokens");
            Unit? unit = lot.Ledger.Find(credential.Id);
            Assert.True(unit is not null, $"{credential.Id} is in a token and in no ledger");
            Assert.True(unit.State != UnitState.Reserved, $"{credential.Id} is in a token, and the ledger never wrote it");
            Assert.True(unit.State != UnitState.Writing || unit.IsCommitIntended, $"{credential.Id} is in a token, and the ledger never allowed its commit");
            Assert.True(lot.Secret(unit.Id).AsSpan().SequenceEqual(credential.Secret), $"{credential.Id} is in a token with a secret that nobody has");
            Assert.True(lot.Keys.AdminKey(unit.Id).AsSpan().SequenceEqual(credential.AdminKey), $"{credential.Id} is in a token with an admin key that nobody has");
            Assert.True(!isAllFinished || IsPassed(unit), $"{unit.Id} is in a token and {unit.State.Word()}: {unit.Reason}");
        }

        foreach (Unit unit in lot.Ledger.Units().Where(IsPassed))
        {
            Assert.True(ids.Contains(unit.Id), $"{unit.Id} passed, and no token holds it");
        }
    }

    private static bool IsPassed(Unit unit) => unit.State is UnitState.Verified or UnitState.Labelled or UnitState.Sealed;
}
