using HwToken.Core.Otp;
using HwToken.Validation.Outcomes;
using HwToken.Validation.Rules;
using HwToken.Validation.Storage.Attempts;

namespace HwToken.Validation.Tests.Storage;

/// <summary>Whoever comes without a key or a password may close the public pages for an ID, and nothing else.</summary>
public abstract partial class StorageTests
{
    /// <summary>Ten posts by anyone locked any token.</summary>
    [Fact]
    public async Task A_stranger_on_the_public_pages_locks_nobody_out()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        for (int i = 0; i < 60; i++)
        {
            await system.Public.TestAsync(token.Id, token.WrongCode(salt: i));
            await system.Public.ResetAsync(token.Id, token.WrongCode(salt: i), token.WrongCode(salt: i + 1));
            clock.Advance(TimeSpan.FromHours(5));
        }

        CredentialView view = (await system.Desk.GetAsync(token.Id))!;
        Assert.Equal((0, false), (view.Failures, view.IsLocked));
        await AcceptedAsync(0, system.Service.ValidateAsync(token.Id, token.Code(0), "test"));
        Assert.True((await system.Audit.VerifyAsync()).IsSound);
    }

    [Fact]
    public async Task Five_refused_tries_close_for_a_quarter_of_an_hour_then_twice_as_long_up_to_a_day_alike_for_every_ID()
    {
        TestToken known = await new TestToken("DPHT00000001").AddAsync(system);
        TestToken suspended = await new TestToken("DPHT00000002").AddAsync(system);
        await system.Desk.ApplyAsync(suspended.Id, DeskVerb.Suspend, "desk");
        int salt = 0;
        foreach (int minutes in new[] { 15, 30, 60, 120, 240, 480, 960, 1440, 1440 })
        {
            foreach (string id in new[] { known.Id, suspended.Id, "DPHT99999999" })
            {
                for (int i = 0; i < PublicLimit.MostTries; i++)
                {
                    Assert.IsType<AttemptOutcome.Rejected>(await system.Public.TestAsync(id, known.WrongCode(salt: salt + i)));
                }

                AttemptOutcome.Closed closed = Assert.IsType<AttemptOutcome.Closed>(await system.Public.TestAsync(id, known.Code(0)));
                Assert.Equal(TimeSpan.FromMinutes(minutes), closed.Until - clock.GetUtcNow());
                Assert.IsType<AttemptOutcome.Closed>(await system.Public.ResetAsync(id, known.Code(0), known.Code(1)));
            }

            salt += PublicLimit.MostTries;
            clock.Advance(TimeSpan.FromMinutes(minutes));
        }

        await AcceptedAsync(0, system.Public.TestAsync(known.Id, known.Code(0)));
    }

    [Fact]
    public async Task Success_on_the_public_pages_opens_them_and_leaves_the_other_count_alone()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        for (int i = 0; i < 3; i++)
        {
            await RejectedAsync(RejectReason.WrongCode, system.Service.ValidateAsync(token.Id, token.WrongCode(salt: i), "test"));
        }

        for (int round = 0; round < 3; round++)
        {
            for (int i = 0; i < PublicLimit.MostTries - 1; i++)
            {
                Assert.IsType<AttemptOutcome.Rejected>(await system.Public.TestAsync(token.Id, token.WrongCode(salt: 10 + i)));
            }

            await AcceptedAsync(round, system.Public.TestAsync(token.Id, token.Code(round)));
        }

        Assert.Equal(3, (await system.Desk.GetAsync(token.Id))!.Failures);
    }

    [Fact]
    public async Task A_locked_token_stays_locked_on_the_public_pages()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        for (int i = 0; i < 10; i++)
        {
            await RejectedAsync(RejectReason.WrongCode, system.Service.ValidateAsync(token.Id, token.WrongCode(salt: i), "test"));
        }

        await RejectedAsync(RejectReason.Locked, system.Public.TestAsync(token.Id, token.Code(0)));
        await RejectedAsync(RejectReason.Locked, system.Public.ResetAsync(token.Id, token.Code(0), token.Code(1)));
    }

    [Fact]
    public async Task An_operators_token_is_not_served_on_the_public_pages_and_its_code_is_not_used_up()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        Assert.True(await system.Desk.SetOperatorsAsync(token.Id, true, "console"));
        Assert.IsType<AttemptOutcome.Rejected>(await system.Public.TestAsync(token.Id, token.Code(0)));
        Assert.IsType<AttemptOutcome.Rejected>(await system.Public.ResetAsync(token.Id, token.Code(0), token.Code(1)));
        await AcceptedAsync(0, system.Service.ValidateAsync(token.Id, token.Code(0), "desk"));
        Assert.False(await system.Desk.SetOperatorsAsync("DPHT99999999", true, "console"));
    }

    [Fact]
    public async Task The_same_refused_code_within_a_minute_counts_once()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        await AcceptedAsync(0, system.Service.ValidateAsync(token.Id, token.Code(0), "test"));
        for (int i = 0; i < 12; i++)
        {
            await RejectedAsync(RejectReason.Replayed, system.Service.ValidateAsync(token.Id, token.Code(0), "test"));
            await RejectedAsync(RejectReason.WrongCode, system.Service.ValidateAsync(token.Id, token.WrongCode(), "test"));
            await RejectedAsync(RejectReason.NotConsecutive, system.Service.ResyncAsync(token.Id, token.WrongCode(), token.WrongCode(salt: 1), "test"));
            Assert.IsType<AttemptOutcome.Rejected>(await system.Public.TestAsync(token.Id, token.WrongCode()));
        }

        Assert.Equal(3, (await system.Desk.GetAsync(token.Id))!.Failures);
        clock.Advance(TimeSpan.FromSeconds(61));
        await RejectedAsync(RejectReason.WrongCode, system.Service.ValidateAsync(token.Id, token.WrongCode(), "test"));
        Assert.Equal(4, (await system.Desk.GetAsync(token.Id))!.Failures);
        Assert.True((await system.Audit.VerifyAsync()).IsSound);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("654321")]
    public async Task Every_ID_costs_the_public_pages_the_same_statements(string? code2)
    {
        TestToken[] tokens = [.. Enumerable.Range(1, 3).Select(i => new TestToken($"AVT00000000{i}", OtpType.Totp))];
        await TestTokens.AddAsync(system, tokens, now: Start);
        await system.Desk.ApplyAsync(tokens[1].Id, DeskVerb.Revoke, "test");
        await system.Desk.SetOperatorsAsync(tokens[2].Id, true, "test");
        var counts = new HashSet<int>();
        foreach (string id in (string[])[.. tokens.Select(token => token.Id), "AVT000009999"])
        {
            AttemptRequest request = Request(id, code2 is null ? AttemptKind.Test : AttemptKind.Resync, code2) with { IsPublic = true };
            counts.Add(await system.Database.WriteAsync(
                async context =>
                {
                    int before = context.Statements.Count;
                    Assert.IsType<AttemptOutcome.Rejected>(await new PublicTrySteps(system.Steps, new byte[32]).RunAsync(context.Statements, request));
                    return context.Statements.Count - before;
                },
                CancellationToken.None));
        }

        Assert.Equal([4], counts);
    }
}
