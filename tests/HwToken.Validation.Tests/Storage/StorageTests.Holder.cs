using HwToken.Validation.Audit;
using HwToken.Validation.Desk;
using HwToken.Validation.Outcomes;
using HwToken.Validation.Rules;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Tests.Storage;

public abstract partial class StorageTests
{
    [Fact]
    public async Task An_enrolment_may_name_the_holder_and_a_refused_one_names_nobody()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system, activate: false);
        await RejectedAsync(RejectReason.WrongCode, system.Service.ActivateAsync(token.Id, token.WrongCode(), null, "test", "1000001"));
        Assert.Null((await system.Desk.GetAsync(token.Id))!.Holder);
        await AcceptedAsync(0, system.Service.ActivateAsync(token.Id, token.Code(0), null, "test", " １000001 "));
        Assert.Equal("1000001", (await system.Desk.GetAsync(token.Id))!.Holder);

        // Signing in leaves it as it is, and nothing of the audit names it.
        await AcceptedAsync(1, system.Service.ValidateAsync(token.Id, token.Code(1), "test"));
        Assert.Equal("1000001", (await system.Desk.GetAsync(token.Id))!.Holder);
        Assert.Equal(["", HolderNote.Set, ""], (await system.Audit.ReadAsync(token.Id, null, 9)).Entries.Select(entry => entry.Detail));
        await AssertForgottenByTheAuditAsync("1000001");
    }

    [Fact]
    public async Task The_desk_sets_changes_and_removes_a_holder_and_the_audit_tells_that_and_not_whom()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        foreach (string holder in (string[])["t.mori", "T.Hara@example.org", "T.Hara@example.org", ""])
        {
            Assert.Null((await system.Desk.SetHolderAsync(token.Id, holder, "desk:mori", holder.Length == 0 ? "T-7" : "")).Refusal);
        }

        Assert.Equal([HolderNote.Removed + ": T-7", HolderNote.Changed, HolderNote.Set], (await system.Audit.ReadAsync(token.Id, null, 9)).Entries.Select(entry => entry.Detail));
        await AssertForgottenByTheAuditAsync("Hara");
        await Assert.ThrowsAsync<ArgumentException>(() => system.Desk.SetHolderAsync(token.Id, "Taro Mori", "desk:mori"));
        Assert.Equal(RejectReason.UnknownCredential, (await system.Desk.SetHolderAsync("DPHT99999999", "x", "desk:mori")).Refusal);
        Assert.True((await system.Audit.VerifyAsync()).IsSound);
    }

    [Fact]
    public async Task A_holder_goes_over_to_the_new_token_and_is_forgotten_when_the_tokens_life_ends()
    {
        TestToken old = await new TestToken("DPHT00000001").AddAsync(system);
        TestToken fresh = await new TestToken("DPHT00000002").AddAsync(system, activate: false);
        await system.Desk.SetHolderAsync(old.Id, "1000001", "desk:mori");
        await system.Desk.ApplyAsync(old.Id, DeskVerb.Suspend, "desk:mori");
        Assert.Equal("1000001", (await system.Desk.GetAsync(old.Id))!.Holder);
        Assert.IsType<AttemptOutcome.Accepted>((await system.Desk.ReplaceAsync(old.Id, fresh.Id, fresh.Code(0), null, "desk:mori", "T-8")).Outcome);
        Assert.Equal((null, "1000001"), ((await system.Desk.GetAsync(old.Id))!.Holder, (await system.Desk.GetAsync(fresh.Id))!.Holder));
        Assert.Equal($"{fresh.Id} T-8", (await system.Audit.ReadAsync(old.Id, null, 1)).Entries[0].Detail);
        Assert.Equal(RejectReason.Revoked, (await system.Desk.SetHolderAsync(old.Id, "1000001", "desk:mori")).Refusal);

        await system.Desk.ApplyAsync(fresh.Id, DeskVerb.Revoke, "desk:mori");
        Assert.Null((await system.Desk.GetAsync(fresh.Id))!.Holder);
        Assert.False(await system.Database.ReadAsync(context => context.Credentials.AnyAsync(row => row.Holder != ""), CancellationToken.None));
        Assert.True((await system.Audit.VerifyAsync()).IsSound);
    }

    [Theory]
    [InlineData("000", true)]
    [InlineData("hara@EX", true)]
    [InlineData("ｈａｒａ", true)]
    [InlineData("t_hara", false)]
    [InlineData("%", false)]
    [InlineData("mori", false)]
    public async Task A_token_is_found_by_any_part_of_its_holder_in_any_case(string typed, bool isFound)
    {
        TestToken[] tokens = [new("DPHT11111111"), new("DPHT22222222")];
        await TestTokens.AddAsync(system, tokens);
        await system.Desk.SetHolderAsync(tokens[1].Id, "T.Hara@example.org000", "desk:mori");
        (IReadOnlyList<CredentialView> found, int all) = await system.Search.FindAsync(new CredentialQuery(typed));
        Assert.Equal(isFound ? [tokens[1].Id] : [], found.Select(one => one.Id));
        Assert.Equal(found.Count, all);
    }

    [Fact]
    public async Task A_holder_written_into_the_database_shows()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        await system.Desk.SetHolderAsync(token.Id, "1000001", "desk:mori");
        await TamperAsync("UPDATE credentials SET holder = '1000002'");
        Assert.Contains("row was altered", Assert.Single((await system.Audit.VerifyAsync()).Faults), StringComparison.Ordinal);
    }

    private async Task AssertForgottenByTheAuditAsync(string holder) =>
        Assert.False(await system.Database.ReadAsync(context => context.Audit.AnyAsync(row => row.Detail.Contains(holder)), CancellationToken.None));
}
