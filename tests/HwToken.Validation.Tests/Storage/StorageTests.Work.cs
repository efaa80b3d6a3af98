using HwToken.Core.Otp;
using HwToken.Validation.Audit;
using HwToken.Validation.Outcomes;
using HwToken.Validation.Rules;
using HwToken.Validation.Storage.Attempts;
using HwToken.Validation.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Tests.Storage;

/// <summary>Who asks about a credential ID learns nothing from how much work the answer was: it is the same for every ID.</summary>
public abstract partial class StorageTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("654321")]
    public async Task Every_ID_costs_the_same_work_known_or_unknown_and_in_any_state(string? code2)
    {
        string[] names = ["AVT000000001", "AVT000000002", "AVT000000003", "AVT000000004", "AVT000000005", "AVT000000006"];
        await TestTokens.AddAsync(system, names.Where(name => name != names[5]).Select(name => new TestToken(name, OtpType.Totp)), now: Start);
        await new TestToken(names[5], OtpType.Totp).AddAsync(system, activate: false, now: Start);
        await system.Desk.ApplyAsync(names[1], DeskVerb.Suspend, "test");
        await system.Desk.ApplyAsync(names[2], DeskVerb.Revoke, "test");
        for (int i = 0; i < 10; i++)
        {
            await system.Service.ValidateAsync(names[3], new TestToken(names[3], OtpType.Totp).WrongCode(Start, i), "test");
        }

        await system.Database.WriteAsync(
            context => context.Credentials.Where(row => row.Id == names[4]).ExecuteUpdateAsync(row => row.SetProperty(one => one.NotAfter, 1)), CancellationToken.None);
        AttemptKind kind = code2 is null ? AttemptKind.Test : AttemptKind.Resync;
        var seen = new Dictionary<string, (RejectReason Reason, (int Statements, int Opened, int Codes) Work)>();
        foreach (string id in (string[])[.. names, "AVT000009999", "DPHT99999999"])
        {
            seen.Add(id, await WorkAsync(Request(id, kind, code2)));
        }

        Assert.Equal(
            [code2 is null ? RejectReason.WrongCode : RejectReason.NotConsecutive, RejectReason.Suspended, RejectReason.Revoked, RejectReason.Locked, RejectReason.OutsideValidity, RejectReason.NotEnrolled, RejectReason.UnknownCredential, RejectReason.UnknownCredential],
            seen.Values.Select(one => one.Reason));
        (int Statements, int Opened, int Codes) work = Assert.Single(seen.Values.Select(one => one.Work).Distinct());
        Assert.Equal((2, 1), (work.Statements, work.Opened));
        Assert.InRange(work.Codes, 3, int.MaxValue);
    }

    private static AttemptRequest Request(string id, AttemptKind kind, string? code2)
    {
        Assert.Null(ValidationService.Read("123456", code2, out TypedCodes typed));
        return new AttemptRequest(id, typed, kind, "test", Start * 1000);
    }

    private Task<(RejectReason Reason, (int Statements, int Opened, int Codes) Work)> WorkAsync(AttemptRequest request) => system.Database.WriteAsync(
        async context =>
        {
            var rules = new ValidationRules();
            var keys = new CountingKeyHolder(system.Keys);
            int before = context.Statements.Count;
            var steps = new AttemptSteps(rules, new AuditChain(system.Keys.Ring.Audit), system.Macs, system.Keys.Ring.Audit, keys);
            AttemptOutcome outcome = await steps.RunAsync(context.Statements, request);
            return (Assert.IsType<AttemptOutcome.Rejected>(outcome).Reason, (context.Statements.Count - before, keys.Opened, keys.Codes));
        },
        CancellationToken.None);
}
