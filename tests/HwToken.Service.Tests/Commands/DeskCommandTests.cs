using HwToken.Service.Portal.Desk;
using HwToken.Validation;

namespace HwToken.Service.Tests.Commands;

/// <summary>Operators on the command line.</summary>
public sealed class DeskCommandTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Unlock_lifts_the_locks_of_password_and_token()
    {
        await using ValidationSystem system = await ValidationSystem.OpenAsync(new ValidationOptions { DataFolder = folder.Path });
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        var operators = new Operators(system.Operators);
        await operators.PutAsync("mori", "long enough 1", token.Id, "test");
        for (int i = 0; i <= Operators.MaxFailures; i++)
        {
            await operators.CheckAsync("mori", "wrong");
            await system.Service.ValidateAsync(token.Id, token.WrongCode(salt: i), "test");
        }

        Assert.True((await system.Desk.GetAsync(token.Id))!.IsLocked);
        (int status, string output, _) = await ServiceProcess.RunAsync("desk", "unlock", "--name", "Mori", "--data", folder.Path);
        Assert.Equal(0, status);
        Assert.Contains("token DPHT00000001: unlocked", output);
        Assert.NotNull(await operators.CheckAsync("mori", "long enough 1"));
        Assert.False((await system.Desk.GetAsync(token.Id))!.IsLocked);
    }

    [Fact]
    public async Task Remove_takes_the_operator_away_and_the_token_is_a_customers_again_once_nobody_has_it()
    {
        await using ValidationSystem system = await ValidationSystem.OpenAsync(new ValidationOptions { DataFolder = folder.Path });
        TestToken token = await new TestToken("DPHT00000001").AddAsync(system);
        var operators = new Operators(system.Operators);
        await operators.PutAsync("mori", "long enough 1", token.Id, "test");
        await operators.PutAsync("hara", "long enough 2", token.Id, "test");
        await system.Desk.SetOperatorsAsync(token.Id, true, "test");
        (int status, string output, _) = await ServiceProcess.RunAsync("desk", "remove", "--name", "Mori", "--data", folder.Path);
        Assert.Equal(0, status);
        Assert.Contains("another operator's", output);
        Assert.Null(await operators.CheckAsync("mori", "long enough 1"));
        Assert.NotNull(await operators.CheckAsync("hara", "long enough 2"));
        (_, output, _) = await ServiceProcess.RunAsync("desk", "remove", "--name", "hara", "--data", folder.Path);
        Assert.Contains("no operator's any more", output);
        Assert.Equal("customer-token", (await system.Audit.ReadAsync(token.Id, null, 1)).Entries[0].Event);
        Assert.True((await system.Audit.VerifyAsync()).IsSound);
    }

    [Fact]
    public async Task An_operator_is_listed_until_removed()
    {
        await using (ValidationSystem system = await ValidationSystem.OpenAsync(new ValidationOptions { DataFolder = folder.Path }))
        {
            await new TestToken("DPHT00000001").AddAsync(system);
        }

        Assert.Equal(0, (await ServiceProcess.RunAsync("desk", "new", "--name", "Mori", "--token", "dpht-00000001", "--data", folder.Path)).Status);
        Assert.Equal("mori DPHT00000001 in force\n", (await ServiceProcess.RunAsync("desk", "list", "--data", folder.Path)).Output.ReplaceLineEndings("\n"));
        Assert.Equal(0, (await ServiceProcess.RunAsync("desk", "remove", "--name", "mori", "--data", folder.Path)).Status);
        Assert.Equal("", (await ServiceProcess.RunAsync("desk", "list", "--data", folder.Path)).Output);
        ProgramEnd again = await ServiceProcess.RunAsync("desk", "remove", "--name", "mori", "--data", folder.Path);
        Assert.Equal(1, again.Status);
        Assert.Contains("desk list", again.Errors);
    }

    [Fact]
    public async Task An_operator_that_is_not_there_is_told_with_the_way_out()
    {
        await (await ValidationSystem.OpenAsync(new ValidationOptions { DataFolder = folder.Path })).DisposeAsync();
        (int status, _, string errors) = await ServiceProcess.RunAsync("desk", "unlock", "--name", "nobody", "--data", folder.Path);
        Assert.Equal(1, status);
        Assert.Contains("desk new", errors);
    }
}
