using HwToken.Validation.Rules;
using static HwToken.Validation.CredentialState;
using static HwToken.Validation.Rules.DeskVerb;

namespace HwToken.Validation.Tests.Rules;

public sealed class CredentialLifeTests
{
    /// <summary>State, enrolled, locked, verb: state after, or null. The whole table.</summary>
    public static TheoryData<CredentialState, bool, bool, DeskVerb, CredentialState?> Table()
    {
        var table = new TheoryData<CredentialState, bool, bool, DeskVerb, CredentialState?>();
        foreach ((CredentialState state, bool enrolled) in new[] { (Inactive, false), (Active, true), (Suspended, false), (Suspended, true), (Revoked, true) })
        {
            foreach (bool locked in new[] { false, true })
            {
                bool isRevoked = state == Revoked;
                table.Add(state, enrolled, locked, Unlock, locked && !isRevoked ? state : null);
                table.Add(state, enrolled, locked, Suspend, state is Inactive or Active ? Suspended : null);
                table.Add(state, enrolled, locked, Resume, state != Suspended ? null : enrolled ? Active : Inactive);
                table.Add(state, enrolled, locked, Revoke, isRevoked ? null : Revoked);
            }
        }

        return table;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void The_table_of_states_holds(CredentialState state, bool isEnrolled, bool isLocked, DeskVerb verb, CredentialState? after) =>
        Assert.Equal(after, CredentialLife.After(state, isEnrolled, isLocked, verb));

    [Fact]
    public void Nothing_leads_away_from_revoked() =>
        Assert.All(Enum.GetValues<DeskVerb>(), verb => Assert.Null(CredentialLife.After(Revoked, true, true, verb)));
}
