using System.Collections.Concurrent;

namespace HwToken.DeviceBuild;

/// <summary>An assembly compiled for the device: no desktop type is in it. Compiled at first use, once a test run.</summary>
/// <param name="Path">The .dll; its .pdb stands beside it.</param>
public sealed record DeviceAssembly(string Path)
{
    private static readonly ConcurrentDictionary<(string Project, DeviceConfiguration Configuration), Lazy<DeviceAssembly>> Compiled = new();

    /// <summary>The firmware: the sources of <c>firmware/HwToken.Firmware/HwToken.Firmware.nfproj</c>, Core and Firmware in one assembly.</summary>
    /// <param name="configuration">Debug or Release.</param>
    /// <returns>The compiled assembly.</returns>
    /// <exception cref="DeviceBuildException">The sources do not compile for nanoFramework.</exception>
    public static DeviceAssembly Firmware(DeviceConfiguration configuration) => Of(DeviceProject.Firmware, configuration);

    /// <summary>The device tests: the sources of <c>firmware/NFUnitTest/NFUnitTest.nfproj</c>.</summary>
    /// <param name="configuration">Debug or Release.</param>
    /// <returns>The compiled assembly.</returns>
    /// <exception cref="DeviceBuildException">The sources do not compile for nanoFramework.</exception>
    public static DeviceAssembly UnitTests(DeviceConfiguration configuration) => Of(DeviceProject.UnitTests, configuration);

    private static DeviceAssembly Of(DeviceProject project, DeviceConfiguration configuration) =>
        Compiled.GetOrAdd((project.Name, configuration), _ => new Lazy<DeviceAssembly>(() => DeviceCompiler.Compile(project, configuration))).Value;
}
