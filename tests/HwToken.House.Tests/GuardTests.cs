using HwToken.DeviceBuild;
using NanoGuard;
using NanoGuard.Api;

namespace HwToken.House.Tests;

/// <summary>The guard on the firmware as it is compiled for the device: nothing in it can silently not run there.</summary>
public class GuardTests
{
    private static readonly GuardOptions Options = new()
    {
        Profile = GuardProfile.House,
        NamespacePrefixes = [],
        ReferenceFolders = [Path.GetDirectoryName(DeviceSurface.CoreLibraryPath)!],
    };

    [Theory]
    [InlineData(DeviceConfiguration.Release)]
    [InlineData(DeviceConfiguration.Debug)]
    public void The_firmware_uses_only_what_nanoFramework_has_and_its_interpreter_runs(DeviceConfiguration configuration)
    {
        var found = Guard.Check([DeviceAssembly.Firmware(configuration).Path], DeviceSurface.Allowed, Options);
        Assert.True(found.Count == 0, string.Join("\n\n", found));
    }

    /// <summary>Device tests may use more of the platform than the firmware, so the list is not asked; what would not run is refused there too.</summary>
    [Theory]
    [InlineData(DeviceConfiguration.Release)]
    [InlineData(DeviceConfiguration.Debug)]
    public void The_interpreter_runs_what_the_device_tests_are_made_of(DeviceConfiguration configuration)
    {
        var options = Options with { Without = [RuleSet.ApiNotListed, RuleSet.MutableStatic] };
        var found = Guard.Check([DeviceAssembly.UnitTests(configuration).Path], DeviceSurface.Allowed, options);
        Assert.True(found.Count == 0, string.Join("\n\n", found));
    }

    /// <summary>What the desktop has and the board has not: the compiler itself refuses it, with file and line.</summary>
    [Theory]
    [InlineData("static string F(string s) => s.Replace(\"a\", \"b\");", "Replace")]
    [InlineData("static string F(string[] s) => string.Join(\",\", s);", "Join")]
    [InlineData("static void F() => System.Net.Dns.GetHostName();", "Net")]
    [InlineData("static int? F() => null;", "Nullable")]
    [InlineData("static System.Collections.Generic.List<int> F() => null;", "Generic")]
    [InlineData("static System.Threading.Tasks.Task F() => null;", "Tasks")]
    [InlineData("static void F(System.Device.Gpio.GpioPin pin) => pin.Dispose(1);", "Dispose")]
    public void A_member_that_only_the_desktop_has_does_not_compile(string planted, string named)
    {
        var refused = Assert.Throws<DeviceBuildException>(() => DeviceCompiler.Compile(DeviceProject.Firmware, DeviceConfiguration.Release, $"class Planted\n{{\n{planted}\n}}"));
        Assert.Contains(refused.Errors, error => error.StartsWith("Planted.cs(3)", StringComparison.Ordinal) && error.Contains(named, StringComparison.Ordinal));
    }

    /// <summary>What compiles and would not run, and what the real library has and the project's lists have not: the guard refuses it.</summary>
    [Theory]
    [InlineData("static int F(uint u) => (int)u >> 3;", "NG10")]
    [InlineData("static T F<T>(T t) => t;", "NG03")]
    [InlineData("static string F(string s) => s.ToUpper();", "NG01")]
    [InlineData("static int f; static int F() => ++f;", "NG23")]
    [InlineData("static byte F(System.Device.I2c.I2cDevice device) => device.ReadByte();", "NG01")]
    [InlineData("static bool F(string[] words) => words[0] == \"HELLO\";", "NG24")]
    public void What_compiles_and_must_not_be_used_is_refused_by_the_guard(string planted, string rule)
    {
        var assembly = DeviceCompiler.Compile(DeviceProject.Firmware, DeviceConfiguration.Release, $"class Planted\n{{\n{planted}\n}}");
        Assert.Contains(Guard.Check([assembly.Path], DeviceSurface.Allowed, Options), violation => violation.Rule.Id == rule && violation.Member.StartsWith("Planted", StringComparison.Ordinal));
    }
}
