using HwToken.Validation.Access;
using HwToken.Validation.Backups;
using HwToken.Validation.Keys;
using HwToken.Validation.Outcomes;
using HwToken.Validation.Tests.Support;

namespace HwToken.Validation.Tests.Backups;

public sealed class ServiceBackupTests : IDisposable
{
    private readonly TempFolder folder = new();

    private ValidationOptions Options => new() { DataFolder = Path.Combine(folder.Path, "data") };

    private string Copy => Path.Combine(folder.Path, "copy");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_backup_made_beside_a_busy_service_is_whole_and_starts_only_as_a_restored_one()
    {
        var token = new TestToken("DPHT00000001");
        await using (ValidationSystem system = await ValidationSystem.OpenAsync(Options))
        {
            await token.AddAsync(system);
            _ = system.Importer.ReceiptCertificatePem;
            Task load = Task.WhenAll(Enumerable.Range(0, 200).Select(_ => system.ApiKeys.CreateAsync(ApiRole.RelyingParty, "test")));
            await system.Backup.WriteAsync(Copy);
            await load;
            Assert.IsType<AttemptOutcome.Accepted>(await system.Service.ValidateAsync(token.Id, token.Code(0), "test"));
        }

        Assert.Equal(["hwtoken.db", "receipt-certificate.pem", "receipt-key.pem"], Directory.GetFiles(Copy).Select(Path.GetFileName).Order());
        LoseTheDatabase();
        KeyHolderException lost = await Assert.ThrowsAsync<KeyHolderException>(() => ValidationSystem.OpenAsync(Options));
        Assert.Contains("'restore'", lost.Message, StringComparison.Ordinal);
        Assert.True(await ServiceRestore.RunAsync(Options, Copy));
        KeyHolderException behind = await Assert.ThrowsAsync<KeyHolderException>(() => ValidationSystem.OpenAsync(Options));
        Assert.Contains("serve --restored", behind.Message, StringComparison.Ordinal);
        await using ValidationSystem restored = await ValidationSystem.OpenAsync(Options with { IsRestored = true });
        Assert.True((await restored.Audit.VerifyAsync()).IsSound);
        Assert.Equal(new AttemptOutcome.Rejected(RejectReason.NeedsPair), await restored.Service.ValidateAsync(token.Id, token.Code(0), "test"));
    }

    [Fact]
    public async Task A_machine_that_has_seen_nothing_yet_asks_for_the_word_as_well()
    {
        await BackUpAsync();
        ValidationOptions fresh = Options with { DataFolder = Path.Combine(folder.Path, "fresh") };
        Assert.False(await ServiceRestore.RunAsync(fresh, Copy));
        File.Copy(Options.KeyFilePath, fresh.KeyFilePath);
        Assert.Contains("--restored", (await Assert.ThrowsAsync<KeyHolderException>(() => ValidationSystem.OpenAsync(fresh))).Message, StringComparison.Ordinal);
        await using ValidationSystem restored = await ValidationSystem.OpenAsync(fresh with { IsRestored = true });
    }

    [Fact]
    public async Task A_copy_by_hand_that_was_noted_is_behind_from_then_on()
    {
        byte[] copied;
        await using (ValidationSystem system = await ValidationSystem.OpenAsync(Options))
        {
            await system.Backup.WriteAsync(Copy);
            copied = await File.ReadAllBytesAsync(Path.Combine(Copy, "hwtoken.db"));
            await system.Backup.NoteCopyAsync();
        }

        LoseTheDatabase();
        await File.WriteAllBytesAsync(Path.Combine(Options.DataFolder, "hwtoken.db"), copied);
        await Assert.ThrowsAsync<KeyHolderException>(() => ValidationSystem.OpenAsync(Options));
    }

    [Fact]
    public async Task Nothing_that_is_there_is_overwritten_by_backup_or_restore()
    {
        await BackUpAsync();
        await using (ValidationSystem system = await ValidationSystem.OpenAsync(Options))
        {
            await Assert.ThrowsAsync<IOException>(() => system.Backup.WriteAsync(Copy));
        }

        Assert.Contains("is in the way", (await Assert.ThrowsAsync<IOException>(() => ServiceRestore.RunAsync(Options, Copy))).Message, StringComparison.Ordinal);
        File.Delete(Path.Combine(Options.DataFolder, "hwtoken.db"));
        await File.WriteAllTextAsync(Path.Combine(Options.DataFolder, "hwtoken.db-wal"), "a log of another time");
        Assert.Contains("hwtoken.db-wal", (await Assert.ThrowsAsync<IOException>(() => ServiceRestore.RunAsync(Options, Copy))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5000)]
    public async Task A_backup_that_is_cut_or_is_none_is_not_put_in_place(int length)
    {
        await BackUpAsync();
        LoseTheDatabase();
        using (FileStream file = File.OpenWrite(Path.Combine(Copy, "hwtoken.db")))
        {
            file.SetLength(length);
        }

        await Assert.ThrowsAnyAsync<Exception>(() => ServiceRestore.RunAsync(Options, Copy));
        Assert.False(File.Exists(Path.Combine(Options.DataFolder, "hwtoken.db")));
        await Assert.ThrowsAsync<IOException>(() => ServiceRestore.RunAsync(Options, Path.Combine(folder.Path, "nothing")));
    }

    [Fact]
    public async Task A_backup_of_another_service_is_not_put_beside_these_keys()
    {
        await BackUpAsync();
        ValidationOptions other = Options with { DataFolder = Path.Combine(folder.Path, "other") };
        await (await ValidationSystem.OpenAsync(other)).DisposeAsync();
        File.Delete(Path.Combine(other.DataFolder, "hwtoken.db"));
        await Assert.ThrowsAsync<KeyHolderException>(() => ServiceRestore.RunAsync(other, Copy));
    }

    private async Task BackUpAsync()
    {
        await using ValidationSystem system = await ValidationSystem.OpenAsync(Options);
        await system.Backup.WriteAsync(Copy);
    }

    private void LoseTheDatabase() => Array.ForEach(Directory.GetFiles(Options.DataFolder, "hwtoken.db*"), File.Delete);
}
