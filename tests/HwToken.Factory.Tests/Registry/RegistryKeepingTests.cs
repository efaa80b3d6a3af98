using HwToken.Factory.Lots;
using HwToken.Factory.Registry;

namespace HwToken.Factory.Tests.Registry;

public sealed class RegistryKeepingTests : IDisposable
{
    private readonly TestFactory _factory = new();

    private string Path => _factory.Home.RegistryPath;

    public void Dispose() => _factory.Dispose();

    [Fact]
    public void A_registry_begins_once_and_without_one_no_lot_is_made()
    {
        Assert.Contains("There is a registry already", Assert.Throws<FactoryException>(() => IdRegistry.Create(Path)).Message, StringComparison.Ordinal);
        File.Delete(Path);
        Assert.Contains("hwtoken registry init", Assert.Throws<FactoryException>(() => _factory.Create()).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_factory.LotPath("L1")));
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public void A_backup_comes_back_with_every_ID_and_goes_on_behind_them()
    {
        _factory.Create(count: 3);
        string backup = _factory.LotPath("registry.backup");
        IdRegistry.Backup(Path, backup);
        Assert.Throws<FactoryException>(() => IdRegistry.Backup(Path, backup));
        Assert.Throws<FactoryException>(() => IdRegistry.Restore(backup, Path));
        _factory.CloseAll();
        File.Delete(Path);
        IdRegistry.Restore(backup, Path);
        Assert.Equal("DPHT00000004", _factory.Create("B", 1).Ledger.Units().Single().Id);
        Assert.NotNull(_factory.Open().Session.Take("bench port", TestFactory.Who));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(backup));
        }

        Assert.DoesNotContain(Directory.GetFiles(_factory.Home.Folder), file => file.Contains(".tmp", StringComparison.Ordinal));
    }

    /// <summary>What was taken and extended after the backup is known to the lot alone.</summary>
    [Fact]
    public void A_lot_that_went_on_after_the_backup_makes_the_rest_known_again()
    {
        Lot lot = _factory.Create(count: 1);
        string backup = _factory.LotPath("registry.backup");
        IdRegistry.Backup(Path, backup);
        lot.Session.Take("bench port", TestFactory.Who);
        lot.Session.Extend(2);
        _factory.CloseAll();
        File.Delete(Path);
        IdRegistry.Restore(backup, Path);
        Assert.Contains("hwtoken lot adopt", Assert.Throws<FactoryException>(() => _factory.Open()).Message, StringComparison.Ordinal);
        LotAdoption.Adopt(_factory.Bench, _factory.LotPath("L1"), _factory.Key("L1"), isFromBackup: false);
        using IdRegistry registry = IdRegistry.Open(Path, TimeProvider.System);
        string identity = _factory.Open().Ledger.Identity;
        Assert.Equal((3, 1), (registry.CountOf(identity), registry.ClaimsOf(identity)));
        Assert.Equal("DPHT00000004", _factory.Create("B", 1).Ledger.Units().Single().Id);
    }

    /// <summary>Registry and lots copied together look right in every way but their place.</summary>
    [Fact]
    public void A_copied_registry_is_refused_until_a_person_says_that_it_moved()
    {
        _factory.Create(count: 1);
        _factory.CloseAll();
        var copy = new FactoryHome(_factory.LotPath("home2"));
        Directory.CreateDirectory(copy.Folder);
        File.Copy(Path, copy.RegistryPath);
        Assert.Contains("is a copy of the one on", Assert.Throws<FactoryException>(() => IdRegistry.Open(copy.RegistryPath, TimeProvider.System)).Message, StringComparison.Ordinal);
        IdRegistry.OpenRead(copy.RegistryPath, TimeProvider.System).Dispose();
        IdRegistry.Adopt(copy.RegistryPath);
        IdRegistry.Open(copy.RegistryPath, TimeProvider.System).Dispose();
    }

    [Fact]
    public void A_file_of_another_kind_is_no_registry()
    {
        File.WriteAllText(Path, "no database");
        Assert.Throws<FactoryException>(() => IdRegistry.Open(Path, TimeProvider.System));
        File.WriteAllBytes(Path, []);
        Assert.Contains("no registry of this version", Assert.Throws<FactoryException>(() => IdRegistry.Open(Path, TimeProvider.System)).Message, StringComparison.Ordinal);
    }
}
