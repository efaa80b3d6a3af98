using System.IO.Compression;
using HwToken.Factory.Lots;
using HwToken.Factory.Registry;

namespace HwToken.Factory.Tests;

/// <summary>
/// A lot and its registry as <c>lot create</c> made them before the registry became the authority: refused by one sentence that says what to do,
/// never half read, and left as they are.
/// </summary>
public sealed class OldDataTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, byte[]> _before;

    public OldDataTests()
    {
        ZipFile.ExtractToDirectory(Path.Combine(AppContext.BaseDirectory, "Fixtures", "factory-before-first-release.zip"), _folder.Path);
        _before = Files();
        Assert.True(_before.Count >= 3, "the fixture holds a lot, its key and a registry");
    }

    private string LotPath => Path.Combine(_folder.Path, "lot");

    private FactoryHome Home => new(Path.Combine(_folder.Path, "home"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_old_lot_is_refused_with_the_way_on_and_stays_as_it_is()
    {
        string refused = Assert.Throws<FactoryException>(() => Lot.Open(LotPath, null, TimeProvider.System)).Message;
        Assert.Contains("Finish that lot with the version that made it", refused, StringComparison.Ordinal);
        AssertUntouched();
    }

    [Fact]
    public void An_old_lot_is_refused_for_work_as_well()
    {
        string refused = Assert.Throws<FactoryException>(() => Lot.Open(LotPath, Keys.LotKeySource.FromFiles(Home.KeyPath("lot")), TimeProvider.System, isToChange: true)).Message;
        Assert.Contains("create new lots with this one", refused, StringComparison.Ordinal);
        AssertUntouched();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_old_registry_is_refused_with_the_way_on_and_stays_as_it_is(bool isToChange)
    {
        string refused = Assert.Throws<FactoryException>(() => isToChange ? IdRegistry.Open(Home.RegistryPath, TimeProvider.System) : IdRegistry.OpenRead(Home.RegistryPath, TimeProvider.System)).Message;
        Assert.Contains("begin a registry in another folder (--home)", refused, StringComparison.Ordinal);
        AssertUntouched();
    }

    private void AssertUntouched()
    {
        Dictionary<string, byte[]> after = Files();
        Assert.Equal(_before.Keys.Order(StringComparer.Ordinal), after.Keys.Order(StringComparer.Ordinal));
        Assert.All(_before, file => Assert.Equal(file.Value, after[file.Key]));
    }

    private Dictionary<string, byte[]> Files() =>
        Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).ToDictionary(path => path, File.ReadAllBytes);
}
