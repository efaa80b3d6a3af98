using HwToken.Core.Records;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.VirtualTokens;

namespace HwToken.Factory.Tests;

/// <summary>What must hold between a ledger and the tokens themselves, at any time.</summary>
internal static class Invariants
{
    /// <summary>Never a token whose secret nobody has, never two tokens with one secret, never an ID used twice.</summary>
    public static void Hold(Lot lot, IEnumerable<VirtualToken> tokens, bool isAllFinished)
    {
        var ids = new HashSet<string>();
        var secrets = new HashSet<string>();
        foreach (VirtualToken token in tokens)
        {
            if (token.Credential is not { } credential)
            {
                continue;
            }

            Assert.True(ids.Add(credential.Id), $"{credential.Id} is in two tokens");
            Assert.True(secrets.Add(Convert.ToHexString(credential.Secret)), $"the secret of {credential.Id} is in two tokens");
            Unit unit = lot.Ledger.Find(credential.Id) ?? throw new InvalidOperationException($"{credential.Id} is in a token and in no ledger");
            Assert.NotEqual(UnitState.Reserved, unit.State);
            Assert.Equal(lot.Secret(unit.Id), credential.Secret);
            Assert.Equal(lot.Keys.AdminKey(unit.Id), credential.AdminKey);
            if (isAllFinished)
            {
                Assert.True(unit.State is UnitState.Verified or UnitState.Labelled or UnitState.Sealed, $"{unit.Id} is in a token and {unit.State.Word()}: {unit.Reason}");
            }
        }

        if (isAllFinished)
        {
            string[] passed = [.. lot.Ledger.Units(UnitState.Verified, UnitState.Labelled, UnitState.Sealed).Select(unit => unit.Id)];
            Assert.Equal(passed.Order(), ids.Order());
        }
    }
}
