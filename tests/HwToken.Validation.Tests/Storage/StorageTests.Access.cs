using HwToken.Validation.Access;

namespace HwToken.Validation.Tests.Storage;

public abstract partial class StorageTests
{
    [Fact]
    public async Task Operators_and_their_sessions_hold_in_every_process()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        await using ValidationSystem other = await ValidationSystem.OpenAsync(options);
        await system.Operators.PutAsync("Mori", "hash", token.Id, "test");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? system : other).Operators.CountAsync("mori")));
        DeskOperator person = (await other.Operators.FindAsync("MORI"))!;
        Assert.Equal(("mori", token.Id, 20), (person.Name, person.TokenId, person.Failures));
        Assert.Equal(0, (await other.Operators.UnlockAsync("mori", "test"))!.Failures);

        string key = await system.Sessions.BeginAsync(person.Name, person.Stamp);
        Assert.Equal("mori", (await other.Sessions.FindAsync(key))?.Person.Name);
        await other.Sessions.EndAsync(key);
        Assert.Null(await system.Sessions.FindAsync(key));

        key = await system.Sessions.BeginAsync(person.Name, person.Stamp);
        Assert.Equal("mori", Assert.Single(await system.Operators.ListAsync()).Name);
        Assert.Equal("mori", (await other.Operators.RemoveAsync("Mori", "test"))?.Name);
        Assert.Null(await other.Operators.RemoveAsync("mori", "test"));
        Assert.Null(await system.Sessions.FindAsync(key));
        Assert.Empty(await system.Operators.ListAsync());
        Assert.True((await system.Audit.VerifyAsync()).IsSound);
    }

    [Theory]
    [InlineData("operators", "operator hara: back")]
    [InlineData("api_keys", "in force, though")]
    public async Task A_grant_that_was_put_back_after_its_end_shows(string table, string fault)
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        await system.Operators.PutAsync("hara", "hash", token.Id, "test");
        await system.Operators.PutAsync("mori no 2", "hash", token.Id, "test");
        (ApiKey made, _) = await system.ApiKeys.CreateAsync(ApiRole.Operator, "test");
        await TamperAsync($"CREATE TABLE earlier AS SELECT * FROM {table}");
        await system.Operators.PutAsync("hara", "another", token.Id, "test");
        await system.ApiKeys.RevokeAsync(made.Id, "test");
        Assert.True((await system.Audit.VerifyAsync()).IsSound);
        await TamperAsync($"DELETE FROM {table}; INSERT INTO {table} SELECT * FROM earlier");
        Assert.Contains(fault, Assert.Single((await system.Audit.VerifyAsync()).Faults));
    }

    [Fact]
    public async Task An_API_key_has_a_name_that_no_other_key_in_force_has_and_nobody_else_may_write()
    {
        (ApiKey made, _) = await system.ApiKeys.CreateAsync(ApiRole.RelyingParty, "test", "Sample Bank");
        Assert.Equal("Sample Bank", Assert.Single(await system.ApiKeys.ListAsync()).Name);
        Assert.Equal($"{made.Id} RelyingParty Sample Bank", (await system.Audit.ReadAsync(null, null, 1)).Entries[0].Detail);
        await Assert.ThrowsAsync<ArgumentException>(() => system.ApiKeys.CreateAsync(ApiRole.Operator, "test", "sample bank"));
        foreach (string name in (string[])[" x", "x\n", new string('x', ApiKeyStore.MaxName + 1)])
        {
            await Assert.ThrowsAsync<ArgumentException>(() => system.ApiKeys.CreateAsync(ApiRole.Operator, "test", name));
        }

        await system.ApiKeys.RevokeAsync(made.Id, "test");
        await system.ApiKeys.CreateAsync(ApiRole.Operator, "test", "sample bank");
        Assert.True((await system.Audit.VerifyAsync()).IsSound);
        await TamperAsync("UPDATE api_keys SET name = 'Another Bank' WHERE revoked_at = 0");
        Assert.Contains("not made here", Assert.Single((await system.Audit.VerifyAsync()).Faults));
    }

    [Fact]
    public async Task A_grant_whose_row_is_gone_shows()
    {
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        await system.Operators.PutAsync("mori no 2", "hash", token.Id, "test");
        (ApiKey made, _) = await system.ApiKeys.CreateAsync(ApiRole.Operator, "test");
        await TamperAsync("DELETE FROM operators; DELETE FROM api_keys");
        Assert.Equal(
            [$"API key {made.Id}: the row is gone, though the audit says that it is in force", "operator mori no 2: the row is gone, though the audit says that it is in force"],
            (await system.Audit.VerifyAsync()).Faults);
    }
}
