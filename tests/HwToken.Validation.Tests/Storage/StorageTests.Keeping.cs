using HwToken.Validation.Access;
using HwToken.Validation.Audit;
using HwToken.Validation.Keys;
using HwToken.Validation.Outcomes;
using HwToken.Validation.Rules;
using HwToken.Validation.Storage;
using HwToken.Validation.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Tests.Storage;

public abstract partial class StorageTests
{
    [Fact]
    public async Task Opening_again_finds_everything_as_it_was()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        await AcceptedAsync(3, system.Service.ValidateAsync(token.Id, token.Code(3), "test"));
        await system.DisposeAsync();
        system = await ValidationSystem.OpenAsync(options);
        await RejectedAsync(RejectReason.Replayed, system.Service.ValidateAsync(token.Id, token.Code(3), "test"));
        await AcceptedAsync(4, system.Service.ValidateAsync(token.Id, token.Code(4), "test"));
    }

    [Fact]
    public async Task Several_processes_may_start_on_a_new_database_together()
    {
        ValidationOptions fresh = options with { DataFolder = Path.Combine(folder.Path, "fresh"), Connection = await ConnectionAsync(Path.Combine(folder.Path, "fresh")) };
        ValidationSystem[] systems = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ValidationSystem.OpenAsync(fresh))));
        foreach (ValidationSystem one in systems)
        {
            Assert.Null(await one.Readiness.CheckAsync());
            await one.DisposeAsync();
        }
    }

    [Fact]
    public async Task Without_its_key_file_a_used_database_is_not_opened_and_no_new_key_is_made()
    {
        await new TestToken("DPHT00000001").AddAsync(system);
        File.Delete(options.KeyFilePath);
        await Assert.ThrowsAsync<KeyHolderException>(() => ValidationSystem.OpenAsync(options));
        Assert.False(File.Exists(options.KeyFilePath));
    }

    [Fact]
    public async Task A_secret_moved_to_another_credential_does_not_open()
    {
        TestToken first = await new TestToken("DPHT00000001").AddAsync(system);
        TestToken second = await new TestToken("DPHT00000002").AddAsync(system);
        await TamperAsync("UPDATE credentials SET secret = (SELECT secret FROM credentials WHERE id = 'DPHT00000001') WHERE id = 'DPHT00000002'");
        await Assert.ThrowsAsync<KeyHolderException>(() => system.Service.ValidateAsync(second.Id, first.Code(0), "test"));
        await AcceptedAsync(0, system.Service.ValidateAsync(first.Id, first.Code(0), "test"));
    }

    [Fact]
    public async Task The_database_holds_no_secret_in_clear()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        byte[] stored = await system.Database.ReadAsync(context => context.Credentials.Select(row => row.Secret).SingleAsync(), CancellationToken.None);
        Assert.Equal(-1, stored.AsSpan().IndexOf(token.Secret));
    }

    [Fact]
    public async Task Rotation_seals_every_secret_anew_beside_a_running_service()
    {
        TestToken[] tokens = [.. Enumerable.Range(0, 1200).Select(i => new TestToken($"DPHT0000{i:D4}"))];
        await TestTokens.AddAsync(system, tokens);
        await using (ValidationSystem other = await ValidationSystem.OpenAsync(options))
        {
            Assert.Equal(1200, await other.Rotation.RotateAsync("console"));
            Assert.Equal([1, 2], KeyRingFile.Read(options.KeyFilePath).Masters.Keys.Order());
            Assert.Equal(1200, await other.Rotation.RotateAsync("console"));
            Assert.Equal([2, 3], KeyRingFile.Read(options.KeyFilePath).Masters.Keys.Order());
        }

        await AcceptedAsync(0, system.Service.ValidateAsync(tokens[7].Id, tokens[7].Code(0), "test"));
        Assert.Equal(1200, await system.Database.ReadAsync(context => context.Credentials.CountAsync(row => row.SecretKey == 3), CancellationToken.None));
        Assert.True((await system.Audit.VerifyAsync()).IsSound);
    }

    [Fact]
    public async Task The_audit_tells_every_act_and_is_sound()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        await AuditedStoryAsync(token);
        AuditPage page = await system.Audit.ReadAsync(token.Id, null, 100);
        Assert.Equal(
            ["revoke done", "validate WrongCode", "validate accepted"], page.Entries.Select(entry => $"{entry.Event} {entry.Outcome}"));
        AuditPage first = await system.Audit.ReadAsync(null, null, 2);
        AuditPage rest = await system.Audit.ReadAsync(null, first.Before, 2);
        Assert.Equal(2, first.Entries.Count);
        Assert.NotEqual(first.Entries, rest.Entries);
        AuditVerdict verdict = await system.Audit.VerifyAsync();
        Assert.True(verdict.IsSound, string.Join("; ", verdict.Faults));
        Assert.Equal((4, 2), (verdict.Entries, verdict.Chains));
    }

    [Theory]
    [InlineData("UPDATE audit SET outcome = 'WrongCode' WHERE outcome = 'accepted'", "altered")]
    [InlineData("UPDATE audit SET actor = 'nobody' WHERE event = 'revoke'", "altered")]
    [InlineData("UPDATE audit SET at = at + 1 WHERE credential_id = '' AND seq = 1", "altered")]
    [InlineData("DELETE FROM audit WHERE event = 'revoke'", "chain ends")]
    [InlineData("DELETE FROM audit WHERE seq = 2 AND credential_id <> ''", "missing")]
    [InlineData("DELETE FROM audit WHERE credential_id = ''", "chain ends")]
    [InlineData("UPDATE audit SET seq = 9 WHERE event = 'revoke'", "missing")]
    [InlineData("UPDATE credentials SET next_factor = 0", "set back")]
    [InlineData("DELETE FROM credentials", "not there")]
    [InlineData("UPDATE credentials SET state = 1", "row was altered")]
    [InlineData("UPDATE credentials SET locked_at = 0, failures = failures + 1", "row was altered")]
    [InlineData("UPDATE credentials SET not_after = not_after - 1", "row was altered")]
    [InlineData("UPDATE credentials SET next_factor = next_factor + 1", "row was altered")]
    [InlineData("UPDATE api_keys SET revoked_at = 1", "API key")]
    [InlineData("DELETE FROM audit WHERE seq = 3; UPDATE credentials SET audit_seq = 2, audit_head = (SELECT mac FROM audit WHERE seq = 2 AND credential_id <> '')", "row was altered")]
    [InlineData("DELETE FROM audit WHERE credential_id = ''; UPDATE chains SET seq = 0, head = api_keys.mac FROM api_keys", "row was altered")]
    public async Task Tampering_with_the_database_shows(string sql, string? fault)
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        await AuditedStoryAsync(token);
        await TamperAsync(sql);
        AuditVerdict verdict = await system.Audit.VerifyAsync();
        Assert.Equal(fault is null, verdict.IsSound);
        Assert.True(fault is null || verdict.Faults.Any(text => text.Contains(fault, StringComparison.Ordinal)), string.Join("; ", verdict.Faults));
    }

    [Theory]
    [InlineData("UPDATE credentials SET state = 1")]
    [InlineData("UPDATE credentials SET locked_at = 0, failures = 0")]
    [InlineData("UPDATE credentials SET next_factor = 0")]
    public async Task A_row_that_was_altered_is_not_used_and_not_signed_anew(string sql)
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        await AcceptedAsync(2, system.Service.ValidateAsync(token.Id, token.Code(2), "test"));
        for (int i = 0; i < 10; i++)
        {
            await system.Service.ValidateAsync(token.Id, token.WrongCode(salt: i), "test");
        }

        await system.Desk.ApplyAsync(token.Id, DeskVerb.Suspend, "desk");
        await TamperAsync(sql);
        await TamperAsync("UPDATE credentials SET state = 1, locked_at = 0, failures = 0");
        await Assert.ThrowsAsync<KeyHolderException>(() => system.Service.ValidateAsync(token.Id, token.Code(3), "test"));
        await Assert.ThrowsAsync<KeyHolderException>(() => system.Desk.ApplyAsync(token.Id, DeskVerb.Suspend, "desk"));
        Assert.False((await system.Audit.VerifyAsync()).IsSound);
    }

    [Fact]
    public async Task An_API_key_written_into_the_database_opens_nothing()
    {
        (ApiKey made, string secret) = await system.ApiKeys.CreateAsync(ApiRole.RelyingParty, "console");
        await TamperAsync("UPDATE api_keys SET role = 2");
        Assert.Null(await system.ApiKeys.FindAsync(secret));
        await system.ApiKeys.RevokeAsync(made.Id, "console");
        (_, string other) = await system.ApiKeys.CreateAsync(ApiRole.Operator, "console");
        Assert.NotNull(await system.ApiKeys.FindAsync(other));
        await TamperAsync("UPDATE api_keys SET revoked_at = 0");
        Assert.Null(await system.ApiKeys.FindAsync(secret));
        Assert.Contains((await system.Audit.VerifyAsync()).Faults, text => text.Contains(made.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_anchor_outside_tells_rows_that_were_put_back_whole()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        _ = system.Importer.ReceiptCertificatePem;
        string early = "";
        string late = "";
        await AcceptedAsync(0, system.Service.ValidateAsync(token.Id, token.Code(0), "test"));
        early = await system.Anchors.MakeAsync();
        foreach (string table in (string[])["credentials", "audit", "chains"])
        {
            await TamperAsync($"CREATE TABLE copy_{table} AS SELECT * FROM {table}");
        }

        await AcceptedAsync(1, system.Service.ValidateAsync(token.Id, token.Code(1), "test"));
        late = await system.Anchors.MakeAsync();
        Assert.Empty(await system.Anchors.FaultsAsync([early, "", late]));
        foreach (string table in (string[])["credentials", "audit", "chains"])
        {
            await TamperAsync($"DELETE FROM {table}; INSERT INTO {table} SELECT * FROM copy_{table}");
        }

        Assert.True((await system.Audit.VerifyAsync()).IsSound, "rows put back whole are what a verification alone cannot see");
        Assert.Empty(await system.Anchors.FaultsAsync([early]));
        Assert.Contains("entries were cut", Assert.Single(await system.Anchors.FaultsAsync([late, early])), StringComparison.Ordinal);
        string forged = late[..^8] + new string(late[^8] == 'A' ? 'B' : 'A', 8);
        Assert.Contains("not signed", Assert.Single(await system.Anchors.FaultsAsync([forged])), StringComparison.Ordinal);
        Assert.NotEmpty(await system.Anchors.FaultsAsync(["rubbish"]));
    }

    [Fact]
    public async Task A_fork_of_a_chain_cannot_be_stored()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        await AuditedStoryAsync(token);
        await Assert.ThrowsAsync<StorageException>(() => TamperAsync(
            "INSERT INTO audit (credential_id, seq, at, actor, event, outcome, factor, drift_ms, detail, mac) "
            + "SELECT credential_id, seq, at, 'other', event, outcome, factor, drift_ms, detail, mac FROM audit WHERE event = 'revoke'"));
    }

    [Fact]
    public async Task API_keys_work_at_once_and_are_stored_hashed()
    {
        (ApiKey made, string secret) = await system.ApiKeys.CreateAsync(ApiRole.Operator, "console");
        await using ValidationSystem other = await ValidationSystem.OpenAsync(options);
        Assert.Equal(made, await other.ApiKeys.FindAsync(secret));
        Assert.Null(await other.ApiKeys.FindAsync(secret + "x"));
        Assert.Null(await other.ApiKeys.FindAsync("hwt_"));
        Assert.False(await system.Database.ReadAsync(context => context.Audit.AnyAsync(row => row.Detail.Contains(secret)), CancellationToken.None));
        Assert.True(await system.ApiKeys.RevokeAsync(made.Id, "console"));
        Assert.False(await system.ApiKeys.RevokeAsync(made.Id, "console"));
        Assert.Null(await system.ApiKeys.FindAsync(secret));
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Null(await other.ApiKeys.FindAsync(secret));
        Assert.Single(await other.ApiKeys.ListAsync());
    }

    [Fact]
    public async Task A_job_that_fails_takes_no_other_with_it()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        TestToken broken = await new TestToken("DPHT00000002").AddAsync(system);
        await TamperAsync("UPDATE credentials SET secret = audit_head WHERE id = 'DPHT00000002'");
        Task<AttemptOutcome>[] attempts = [.. Enumerable.Range(0, 20).Select(i =>
            i % 2 == 0 ? system.Service.ValidateAsync(token.Id, token.Code(i / 2), "test") : system.Service.ValidateAsync(broken.Id, "123456", "test"))];
        await Task.WhenAll(attempts).ContinueWith(_ => { }, TaskScheduler.Default);
        Assert.All(attempts.Where((_, i) => i % 2 == 1), attempt => Assert.IsType<KeyHolderException>(attempt.Exception!.InnerException));
        Assert.Contains(attempts.Where((_, i) => i % 2 == 0), attempt => attempt.Result is AttemptOutcome.Accepted);
        Assert.True((await system.Audit.VerifyAsync()).IsSound);
    }

    private async Task AuditedStoryAsync(TestToken token)
    {
        await system.ApiKeys.CreateAsync(ApiRole.Operator, "console");
        await system.Service.ValidateAsync(token.Id, token.Code(2), "test");
        await system.Service.ValidateAsync(token.Id, token.WrongCode(), "test");
        await system.Desk.ApplyAsync(token.Id, DeskVerb.Revoke, "desk");
    }

    private Task TamperAsync(string sql) => system.Database.WriteAsync(context => context.Database.ExecuteSqlRawAsync(sql), CancellationToken.None);
}
