using NanoGuard.Api;
using NanoGuard.Stubs;

namespace HwToken.DeviceBuild;

/// <summary>
/// The nanoFramework API that sources are compiled against: the card's real core library, and stubs of the other packages made from the lists
/// of API members. Both stand in one folder beside the tests.
/// </summary>
public static class DeviceSurface
{
    /// <summary>What the virtual board offers of nanoFramework.</summary>
    public static string BoardListPath { get; } = Repository.PathTo("hostsim", "NanoBoard", "nanoframework-api.txt");

    /// <summary>What the firmware uses beyond that.</summary>
    public static string FirmwareListPath { get; } = Repository.PathTo("firmware", "nanoframework-api.txt");

    /// <summary>What the board offers and the firmware must not use.</summary>
    public static string RefusedListPath { get; } = Repository.PathTo("firmware", "nanoframework-refused.txt");

    /// <summary>What the device tests use of nanoFramework.TestFramework.</summary>
    public static string TestFrameworkListPath { get; } = Repository.PathTo("firmware", "NFUnitTest", "testframework-api.txt");

    /// <summary>The real mscorlib.dll of nanoFramework.CoreLibrary.</summary>
    public static string CoreLibraryPath { get; } = Path.Combine(AppContext.BaseDirectory, "nanoframework", "mscorlib.dll");

    /// <summary>What the device has, as far as the lists go: sources are compiled against this.</summary>
    public static ApiList Known { get; } = Join(BoardListPath, FirmwareListPath);

    /// <summary>What the firmware may use of it: the guard takes this.</summary>
    public static ApiList Allowed { get; } = Join(BoardListPath, FirmwareListPath).Without(ApiList.Load(RefusedListPath));

    /// <summary>The reference assemblies that a project names, core library first.</summary>
    /// <param name="project">The project.</param>
    /// <returns>Full paths. A named assembly of which no list has a line is left out: nothing of it can be used.</returns>
    public static IReadOnlyList<string> References(DeviceProject project)
    {
        ArgumentNullException.ThrowIfNull(project);
        var known = Stubs.Value.ToDictionary(path => Path.GetFileNameWithoutExtension(path)!, StringComparer.Ordinal);
        return [CoreLibraryPath, .. project.References.Select(name => known.GetValueOrDefault(Heading(name))).OfType<string>()];
    }

    private static readonly Lazy<IReadOnlyList<string>> Stubs = new(WriteStubs);

    private static IReadOnlyList<string> WriteStubs()
    {
        var folder = Path.GetDirectoryName(CoreLibraryPath)!;
        var list = ApiList.Load(TestFrameworkListPath);
        var asserts = list.Members.Where(member => member.Type.EndsWith(".Assert", StringComparison.Ordinal)).Select(member => member.Text + " ; message = null");
        var tests = ApiStubs.Write(list, CoreLibraryPath, folder, OptionalDefaults.Parse(string.Join('\n', asserts)));
        return [.. ApiStubs.Write(Known, CoreLibraryPath, folder).Paths, .. tests.Paths];
    }

    private static ApiList Join(params string[] paths) => ApiList.Parse(string.Join('\n', paths.Select(File.ReadAllText)), "nanoframework-api.txt");

    /// <summary>Two assemblies stand in the lists under the name of their namespace.</summary>
    private static string Heading(string reference) => reference is "nanoFramework.System.Security.Cryptography" or "nanoFramework.System.Text"
        ? reference["nanoFramework.".Length..]
        : reference;
}
