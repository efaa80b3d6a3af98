using HwToken.Core.Otp;
using HwToken.Validation.Outcomes;
using HwToken.Validation.Rules;
using HwToken.Validation.Storage;
using HwToken.Validation.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.Validation.Tests.Storage;

/// <summary>The rules on a real database. The same tests for each.</summary>
public abstract partial class StorageTests : IAsyncLifetime
{
    private const long Start = 1_800_000_015;

    private readonly TempFolder folder = new();
    private readonly FakeTimeProvider clock = new(DateTimeOffset.FromUnixTimeSeconds(Start));
    private ValidationOptions options = new();
    private ValidationSystem system = null!;

    protected abstract Task<string> ConnectionAsync(string folder);

    public async ValueTask InitializeAsync()
    {
        options = new ValidationOptions { DataFolder = folder.Path, Connection = await ConnectionAsync(folder.Path), Time = clock };
        system = await ValidationSystem.OpenAsync(options);
    }

    public async ValueTask DisposeAsync()
    {
        if (system is not null)
        {
            await system.DisposeAsync();
        }

        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_code_is_accepted_once()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        await AcceptedAsync(0, system.Service.ValidateAsync(token.Id, token.Code(0), "test"));
        await RejectedAsync(RejectReason.Replayed, system.Service.ValidateAsync(token.Id, token.Code(0), "test"));
        await AcceptedAsync(5, system.Service.ValidateAsync(" dpht-0000-0001 ", token.Code(5), "test"));
        await RejectedAsync(RejectReason.Replayed, system.Service.ValidateAsync(token.Id, token.Code(3), "test"));
    }

    [Fact]
    public async Task A_tested_code_is_used_up()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        await AcceptedAsync(0, system.Service.TestAsync(token.Id, token.Code(0), "test"));
        await RejectedAsync(RejectReason.Replayed, system.Service.ValidateAsync(token.Id, token.Code(0), "test"));
    }

    [Theory]
    [InlineData(OtpAlgorithm.Sha1, 30)]
    [InlineData(OtpAlgorithm.Sha256, 30)]
    [InlineData(OtpAlgorithm.Sha512, 60)]
    public async Task TOTP_works_with_every_hash_and_learns_the_drift(OtpAlgorithm algorithm, int period)
    {
        TestToken token = await new TestToken("AVT000000001", OtpType.Totp, algorithm, period).AddAsync(system, now: Start);
        AttemptOutcome outcome = await system.Service.ValidateAsync(token.Id, token.CodeAt(Start + period), "test");
        AttemptOutcome.Accepted accepted = Assert.IsType<AttemptOutcome.Accepted>(outcome);
        Assert.Equal((Start + period) / period, accepted.MovingFactor);
        Assert.True(accepted.DriftSeconds > 1);
        await RejectedAsync(RejectReason.Replayed, system.Service.ValidateAsync(token.Id, token.CodeAt(Start), "test"));
    }

    [Fact]
    public async Task Ten_wrong_codes_lock_and_only_the_desk_unlocks()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        for (int i = 0; i < 10; i++)
        {
            await RejectedAsync(RejectReason.WrongCode, system.Service.ValidateAsync(token.Id, token.WrongCode(salt: i), "test"));
        }

        await RejectedAsync(RejectReason.Locked, system.Service.ValidateAsync(token.Id, token.Code(0), "test"));
        await RejectedAsync(RejectReason.Locked, system.Service.TestAsync(token.Id, token.Code(0), "test"));
        await RejectedAsync(RejectReason.Locked, system.Service.ResyncAsync(token.Id, token.Code(0), token.Code(1), "test"));
        clock.Advance(TimeSpan.FromDays(400));
        await RejectedAsync(RejectReason.Locked, system.Service.ValidateAsync(token.Id, token.Code(0), "test"));
        CredentialView view = (await system.Desk.ApplyAsync(token.Id, DeskVerb.Unlock, "desk")).Credential!;
        Assert.False(view.IsLocked);
        await AcceptedAsync(0, system.Service.ValidateAsync(token.Id, token.Code(0), "test"));
    }

    [Fact]
    public async Task A_success_forgets_the_failures_before_it()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        for (int round = 0; round < 3; round++)
        {
            for (int i = 0; i < 9; i++)
            {
                await RejectedAsync(RejectReason.WrongCode, system.Service.ValidateAsync(token.Id, token.WrongCode(salt: i), "test"));
            }

            await AcceptedAsync(round, system.Service.ValidateAsync(token.Id, token.Code(round), "test"));
        }
    }

    [Fact]
    public async Task What_is_no_code_is_not_counted()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        for (int i = 0; i < 20; i++)
        {
            await RejectedAsync(RejectReason.Malformed, system.Service.ValidateAsync(token.Id, "12345", "test"));
            await RejectedAsync(RejectReason.Malformed, system.Service.ResyncAsync(token.Id, token.Code(0), null, "test"));
            await RejectedAsync(RejectReason.CodesEqual, system.Service.ResyncAsync(token.Id, token.Code(0), token.Code(0), "test"));
        }

        Assert.Equal(0, (await system.Desk.GetAsync(token.Id))!.Failures);
    }

    [Fact]
    public async Task A_failed_resynchronisation_counts_and_a_good_one_burns_both_codes()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        await RejectedAsync(RejectReason.WrongCode, system.Service.ValidateAsync(token.Id, token.Code(500), "test"));
        await RejectedAsync(RejectReason.NotConsecutive, system.Service.ResyncAsync(token.Id, token.Code(500), token.Code(502), "test"));
        Assert.Equal(2, (await system.Desk.GetAsync(token.Id))!.Failures);
        await AcceptedAsync(501, system.Service.ResyncAsync(token.Id, token.Code(500), token.Code(501), "test"));
        Assert.Equal(0, (await system.Desk.GetAsync(token.Id))!.Failures);
        await RejectedAsync(RejectReason.Replayed, system.Service.ValidateAsync(token.Id, token.Code(501), "test"));
        await AcceptedAsync(502, system.Service.ValidateAsync(token.Id, token.Code(502), "test"));
    }

    [Fact]
    public async Task A_clock_that_is_five_minutes_off_signs_in_after_a_resynchronisation()
    {
        TestToken token = await new TestToken("AVT000000001", OtpType.Totp).AddAsync(system, now: Start);
        await RejectedAsync(RejectReason.WrongCode, system.Service.ValidateAsync(token.Id, token.CodeAt(Start - 300), "test"));
        await AcceptedAsync((Start - 270) / 30, system.Service.ResyncAsync(token.Id, token.CodeAt(Start - 300), token.CodeAt(Start - 270), "test"));
        clock.Advance(TimeSpan.FromMinutes(2));
        await AcceptedAsync((clock.UnixSeconds() - 300) / 30, system.Service.ValidateAsync(token.Id, token.CodeAt(clock.UnixSeconds() - 300), "test"));
        Assert.InRange((await system.Desk.GetAsync(token.Id))!.DriftSeconds, -330, -260);
    }

    [Fact]
    public async Task A_new_token_is_enrolled_once_with_one_code_or_two()
    {
        TestToken one = await new TestToken("DPHT00000001").AddAsync(system, activate: false);
        TestToken two = await new TestToken("DPHT00000002").AddAsync(system, activate: false);
        await RejectedAsync(RejectReason.NotEnrolled, system.Service.ValidateAsync(one.Id, one.Code(0), "test"));
        await AcceptedAsync(1, system.Service.ActivateAsync(one.Id, one.Code(1), "test"));
        await AcceptedAsync(41, system.Service.ActivateAsync(two.Id, two.Code(40), two.Code(41), "test"));
        await RejectedAsync(RejectReason.AlreadyEnrolled, system.Service.ActivateAsync(one.Id, one.Code(2), "test"));
        await RejectedAsync(RejectReason.Replayed, system.Service.ValidateAsync(one.Id, one.Code(1), "test"));
        await AcceptedAsync(2, system.Service.ValidateAsync(one.Id, one.Code(2), "test"));
    }

    [Fact]
    public async Task Suspended_and_revoked_tokens_are_refused_without_counting()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        await system.Desk.ApplyAsync(token.Id, DeskVerb.Suspend, "desk");
        await RejectedAsync(RejectReason.Suspended, system.Service.ValidateAsync(token.Id, token.Code(0), "test"));
        await system.Desk.ApplyAsync(token.Id, DeskVerb.Resume, "desk");
        await AcceptedAsync(0, system.Service.ValidateAsync(token.Id, token.Code(0), "test"));
        await system.Desk.ApplyAsync(token.Id, DeskVerb.Revoke, "desk");
        await RejectedAsync(RejectReason.Revoked, system.Service.ValidateAsync(token.Id, token.Code(1), "test"));
        Assert.Equal(RejectReason.Revoked, (await system.Desk.ApplyAsync(token.Id, DeskVerb.Resume, "desk")).Refusal);
        Assert.Equal(0, (await system.Desk.GetAsync(token.Id))!.Failures);
    }

    [Fact]
    public async Task A_credential_that_is_not_there_is_told_as_such()
    {
        await RejectedAsync(RejectReason.UnknownCredential, system.Service.ValidateAsync("DPHT99999999", "123456", "test"));
        await RejectedAsync(RejectReason.UnknownCredential, system.Service.ValidateAsync("' OR 1=1 --", "123456", "test"));
        Assert.Equal(RejectReason.UnknownCredential, (await system.Desk.ApplyAsync("DPHT99999999", DeskVerb.Revoke, "desk")).Refusal);
        Assert.Null(await system.Desk.GetAsync("DPHT99999999"));
    }

    [Fact]
    public async Task Replacing_enrols_the_new_token_and_revokes_the_old_one_or_does_neither()
    {
        TestToken old = await new TestToken("DPHT00000001").AddAsync(system);
        TestToken fresh = await new TestToken("DPHT00000002").AddAsync(system, activate: false);
        ReplaceResult wrong = await system.Desk.ReplaceAsync(old.Id, fresh.Id, fresh.WrongCode(), null, "desk");
        Assert.Equal(new AttemptOutcome.Rejected(RejectReason.WrongCode, TriesLeft: 9), wrong.Outcome);
        Assert.Equal(1, (await system.Desk.GetAsync(fresh.Id))!.Failures);
        ReplaceResult itself = await system.Desk.ReplaceAsync(old.Id, old.Id.ToLowerInvariant(), old.Code(0), null, "desk");
        Assert.Equal(new AttemptOutcome.Rejected(RejectReason.WrongState), itself.Outcome);
        ReplaceResult wrongOld = await system.Desk.ReplaceAsync(old.Id, fresh.Id, fresh.Code(0), old.WrongCode(), "portal");
        Assert.Equal(old.Id, wrongOld.CredentialId);
        Assert.Equal(CredentialState.Active, (await system.Desk.GetAsync(old.Id))!.State);
        Assert.Equal(CredentialState.Inactive, (await system.Desk.GetAsync(fresh.Id))!.State);

        ReplaceResult done = await system.Desk.ReplaceAsync(old.Id, fresh.Id, fresh.Code(0), old.Code(0), "portal");
        Assert.IsType<AttemptOutcome.Accepted>(done.Outcome);
        CredentialView after = (await system.Desk.GetAsync(old.Id))!;
        Assert.Equal((CredentialState.Revoked, fresh.Id), (after.State, after.ReplacedBy));
        await AcceptedAsync(1, system.Service.ValidateAsync(fresh.Id, fresh.Code(1), "test"));
        Assert.Equal(
            new AttemptOutcome.Rejected(RejectReason.Revoked), (await system.Desk.ReplaceAsync(old.Id, fresh.Id, fresh.Code(2), null, "desk")).Outcome);
        Assert.True((await system.Audit.VerifyAsync()).IsSound);
    }

    [Fact]
    public async Task Two_replacements_crosswise_do_not_wait_for_each_other_forever()
    {
        TestToken[] tokens = [.. Enumerable.Range(0, 20).Select(i => new TestToken($"DPHT000000{i:D2}"))];
        await TestTokens.AddAsync(system, tokens);
        IEnumerable<Task<ReplaceResult>> crosswise = Enumerable.Range(0, 200).Select(i => Task.Run(() =>
            system.Desk.ReplaceAsync(tokens[i % 20].Id, tokens[(i + 1 + (i / 20)) % 20].Id, "123456", null, "desk")));
        ReplaceResult[] results = await Task.WhenAll(crosswise).WaitAsync(TimeSpan.FromMinutes(5));
        Assert.All(results, result => Assert.IsType<AttemptOutcome.Rejected>(result.Outcome));
    }

    [Fact]
    public async Task Searching_finds_by_the_beginning_of_the_ID_only()
    {
        await TestTokens.AddAsync(system, [new TestToken("DPHT00000001"), new TestToken("DPHT00000002"), new TestToken("AVT000000001")]);
        Assert.Equal(["DPHT00000001", "DPHT00000002"], (await system.Desk.SearchAsync("dpht")).Select(view => view.Id));
        Assert.Equal(3, (await system.Desk.SearchAsync("")).Count);
        Assert.Empty(await system.Desk.SearchAsync("%"));
        Assert.Empty(await system.Desk.SearchAsync("DP' OR '1'='1"));
    }

    private static async Task AcceptedAsync(long factor, Task<AttemptOutcome> attempt) =>
        Assert.Equal(factor, Assert.IsType<AttemptOutcome.Accepted>(await attempt).MovingFactor);

    private static async Task RejectedAsync(RejectReason reason, Task<AttemptOutcome> attempt) =>
        Assert.Equal(reason, Assert.IsType<AttemptOutcome.Rejected>(await attempt).Reason);
}
