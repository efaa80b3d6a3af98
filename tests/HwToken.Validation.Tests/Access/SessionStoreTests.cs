using HwToken.Validation.Access;
using HwToken.Validation.Rules;
using Microsoft.EntityFrameworkCore;

namespace HwToken.Validation.Tests.Access;

/// <summary>What ends a session at the service desk, and that nothing revives it.</summary>
public sealed class SessionStoreTests : IAsyncLifetime
{
    private const string Token = "DPHT00000001";

    private readonly TempFolder folder = new();
    private readonly SetBackTime clock = new();
    private ValidationSystem system = null!;
    private string key = "";

    private ValidationOptions Options => new() { DataFolder = folder.Path, Time = clock, SessionTime = clock };

    public async ValueTask InitializeAsync()
    {
        system = await ValidationSystem.OpenAsync(Options);
        await new TestToken(Token).AddAsync(system);
        await system.Operators.PutAsync("Mori", "hash", Token, "test");
        key = await BeginAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await system.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_session_is_its_operators_in_every_server_of_the_database_and_nobody_elses()
    {
        await using ValidationSystem other = await ValidationSystem.OpenAsync(Options);
        Assert.Equal(("mori", Token), await other.Sessions.FindAsync(key) is { } who ? (who.Person.Name, who.Person.TokenId) : default);
        Assert.Null(await other.Sessions.FindAsync(key + "x"));
        Assert.Null(await other.Sessions.FindAsync(""));
    }

    [Fact]
    public async Task It_lasts_eight_hours_of_work_and_no_longer()
    {
        for (TimeSpan worked = TimeSpan.Zero; worked < SessionStore.Longest; worked += TimeSpan.FromMinutes(20))
        {
            Assert.NotNull(await system.Sessions.FindAsync(key));
            clock.Pass(TimeSpan.FromMinutes(20));
        }

        clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Null(await system.Sessions.FindAsync(key));
    }

    [Fact]
    public async Task Half_an_hour_without_a_request_ends_it()
    {
        clock.Pass(SessionStore.Idle);
        Assert.NotNull(await system.Sessions.FindAsync(key));
        clock.Pass(SessionStore.Idle + TimeSpan.FromMilliseconds(1));
        Assert.Null(await system.Sessions.FindAsync(key));
    }

    [Fact]
    public async Task A_new_password_ends_it() => await AssertEndsAsync(() => system.Operators.PutAsync("mori", "another", Token, "test"));

    [Fact]
    public async Task The_operators_removal_ends_it_also_when_one_of_the_same_name_comes() => await AssertEndsAsync(async () =>
    {
        Assert.NotNull(await system.Operators.RemoveAsync("mori", "test"));
        await system.Operators.PutAsync("mori", "hash", Token, "test");
    });

    [Theory]
    [InlineData(DeskVerb.Revoke)]
    [InlineData(DeskVerb.Suspend)]
    public async Task A_token_that_is_no_longer_active_ends_it(DeskVerb verb) => await AssertEndsAsync(() => system.Desk.ApplyAsync(Token, verb, "test"));

    [Fact]
    public async Task Signing_out_ends_it() => await AssertEndsAsync(() => system.Sessions.EndAsync(key));

    [Fact]
    public async Task A_clock_that_goes_back_revives_nothing()
    {
        string other = await BeginAsync();
        clock.Pass(SessionStore.Idle + TimeSpan.FromMinutes(1));
        Assert.Null(await system.Sessions.FindAsync(key));
        clock.Calendar -= TimeSpan.FromMinutes(40);

        // Neither the one that was found to have ended nor the one that nobody asked for meanwhile.
        Assert.Null(await system.Sessions.FindAsync(key));
        Assert.Null(await system.Sessions.FindAsync(other));
    }

    [Fact]
    public async Task A_clock_that_goes_back_while_the_server_is_down_revives_nothing()
    {
        clock.Pass(TimeSpan.FromHours(5));
        await system.Backup.NoteCopyAsync();
        await system.DisposeAsync();
        clock.Calendar -= TimeSpan.FromHours(5);
        system = await ValidationSystem.OpenAsync(Options);
        Assert.Null(await system.Sessions.FindAsync(key));
    }

    [Fact]
    public async Task Behind_a_clock_that_went_back_sessions_still_grow_old()
    {
        clock.Calendar -= TimeSpan.FromHours(1);
        Assert.NotNull(await system.Sessions.FindAsync(key));
        clock.Pass(SessionStore.Idle + TimeSpan.FromMinutes(1));
        Assert.Null(await system.Sessions.FindAsync(key));
    }

    [Theory]
    [InlineData("UPDATE sessions SET began_at = began_at + 1000")]
    [InlineData("UPDATE operators SET password_hash = 'mine'")]
    public async Task A_row_that_was_altered_in_the_database_signs_nobody_in(string sql)
    {
        await RunAsync(sql);
        Assert.Null(await system.Sessions.FindAsync(key));
    }

    [Fact]
    public async Task An_operator_who_was_written_into_the_database_is_nobody_and_the_audit_says_so()
    {
        await RunAsync("INSERT INTO operators (name, password_hash, token_id, failures, stamp, mac) SELECT 'eve', password_hash, token_id, failures, stamp, mac FROM operators");
        Assert.Null(await system.Operators.FindAsync("eve"));
        Assert.Null(await system.Operators.CountAsync("eve"));
        Assert.Contains("operator eve", Assert.Single((await system.Audit.VerifyAsync()).Faults));
    }

    [Fact]
    public async Task A_restored_database_signs_nobody_in()
    {
        await system.DisposeAsync();
        system = await ValidationSystem.OpenAsync(Options with { IsRestored = true });
        Assert.Null(await system.Sessions.FindAsync(key));
    }

    [Fact]
    public async Task Wrong_passwords_that_come_together_are_all_counted()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => system.Operators.CountAsync("mori")));
        Assert.Equal(20, (await system.Operators.FindAsync("mori"))!.Failures);
    }

    [Fact]
    public async Task A_clock_that_goes_back_keeps_no_revoked_API_key_alive()
    {
        await using ValidationSystem other = await ValidationSystem.OpenAsync(Options);
        (ApiKey made, string secret) = await system.ApiKeys.CreateAsync(ApiRole.Operator, "test");
        Assert.NotNull(await other.ApiKeys.FindAsync(secret));
        await system.ApiKeys.RevokeAsync(made.Id, "test");
        clock.Calendar -= TimeSpan.FromHours(1);
        clock.Pass(TimeSpan.FromSeconds(6));
        Assert.Null(await other.ApiKeys.FindAsync(secret));
    }

    [Fact]
    public async Task Who_is_given_another_password_while_signing_in_with_the_old_one_is_not_let_in()
    {
        string stamp = (await system.Operators.CountAsync("mori"))!.Stamp;
        await system.Operators.PutAsync("mori", "another", Token, "test");
        Assert.Null(await system.Sessions.FindAsync(await system.Sessions.BeginAsync("mori", stamp)));
    }

    [Fact]
    public async Task A_session_that_was_written_into_the_database_lets_nobody_in_and_the_audit_says_so()
    {
        await system.Operators.PutAsync("hara", "hash", Token, "test");
        await RunAsync("UPDATE sessions SET operator = 'hara'");
        Assert.Contains("session of operator hara", Assert.Single((await system.Audit.VerifyAsync()).Faults));
        Assert.Null(await system.Sessions.FindAsync(key));
    }

    [Fact]
    public async Task An_end_of_time_that_was_written_into_the_database_stops_no_clock()
    {
        await RunAsync("UPDATE service SET latest_at = 9223372036854775807");
        string late = await BeginAsync();
        Assert.NotNull(await system.Sessions.FindAsync(late));
        clock.Pass(SessionStore.Idle + TimeSpan.FromMinutes(1));
        Assert.Null(await system.Sessions.FindAsync(late));
    }

    private async Task<string> BeginAsync() => await system.Sessions.BeginAsync("mori", (await system.Operators.FindAsync("mori"))!.Stamp);

    private async Task AssertEndsAsync(Func<Task> end)
    {
        await using ValidationSystem other = await ValidationSystem.OpenAsync(Options);
        Assert.NotNull(await other.Sessions.FindAsync(key));
        await end();
        Assert.Null(await other.Sessions.FindAsync(key));
        Assert.Null(await system.Sessions.FindAsync(key));
    }

    private Task RunAsync(string sql) => system.Database.WriteAsync(context => context.Database.ExecuteSqlRawAsync(sql), CancellationToken.None);
}
