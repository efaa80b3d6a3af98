using HwToken.DeviceBuild;
using Mono.Cecil;

namespace HwToken.House.Tests;

/// <summary>The device build in the tests is that of the .nfproj files, and nothing of the desktop is in it.</summary>
public class DeviceBuildTests
{
    [Theory]
    [InlineData(DeviceConfiguration.Release)]
    [InlineData(DeviceConfiguration.Debug)]
    public void Firmware_and_device_tests_refer_to_the_cards_core_library_alone(DeviceConfiguration configuration)
    {
        foreach (var assembly in new[] { DeviceAssembly.Firmware(configuration), DeviceAssembly.UnitTests(configuration) })
        {
            using var module = ModuleDefinition.ReadModule(assembly.Path);
            var core = Assert.Single(module.AssemblyReferences, reference => reference.Name is "mscorlib" or "netstandard" or "System.Runtime" or "System.Private.CoreLib");
            Assert.Equal("mscorlib 1.17.11.0", $"{core.Name} {core.Version}");
        }
    }

    [Fact]
    public void Every_source_of_Core_and_Firmware_is_in_the_ESP32_image()
    {
        string[] expected = [.. House.Sources("firmware", "HwToken.Core").Concat(House.Sources("firmware", "HwToken.Firmware")).Order(StringComparer.Ordinal)];
        Assert.Equal(expected, DeviceProject.Firmware.Sources);
        Assert.True(expected.Length > 60);
    }

    /// <summary>nanoCLR has no native cryptography and no hardware: the tests bring doubles for both.</summary>
    [Fact]
    public void The_device_tests_compile_all_but_the_hardware_and_the_native_HMAC()
    {
        string[] left = [.. DeviceProject.Firmware.Sources.Except(DeviceProject.UnitTests.Sources).Select(path => Path.GetRelativePath(Path.Combine(House.Root, "firmware"), path).Replace('\\', '/'))];
        Assert.Contains("HwToken.Core/Otp/NativeHmac.cs", left);
        Assert.All(left, path => Assert.Matches(@"^HwToken\.Core/Otp/NativeHmac\.cs$|^HwToken\.Firmware/(Program\.cs|Properties/|Board/Esp32/)", path));
        Assert.Equal(House.Sources("firmware", "NFUnitTest").Count(), DeviceProject.UnitTests.Sources.Count(path => path.Contains("NFUnitTest", StringComparison.Ordinal)));
    }

    /// <summary>xunit converts an int to the ulong of a parameter; the device's runner passes it on as it is.</summary>
    [Fact]
    public void Every_value_of_a_data_row_has_its_parameters_own_type()
    {
        using var module = ModuleDefinition.ReadModule(DeviceAssembly.UnitTests(DeviceConfiguration.Release).Path);
        var rows = module.GetTypes().SelectMany(type => type.Methods)
            .SelectMany(method => method.CustomAttributes.Where(a => a.AttributeType.Name == "DataRowAttribute"), (method, row) => (method, Values: (CustomAttributeArgument[])row.ConstructorArguments[0].Value))
            .ToList();
        Assert.True(rows.Count > 200, $"Only {rows.Count} rows were found.");
        Assert.All(rows, row => Assert.Equal(
            row.method.Parameters.Select(parameter => $"{row.method.Name}: {parameter.ParameterType.FullName}"),
            row.Values.Select(value => $"{row.method.Name}: {((CustomAttributeArgument)value.Value).Type.FullName}")));
    }

    [Fact]
    public void A_Compile_item_that_is_not_understood_is_an_error_and_no_shorter_list()
    {
        var file = Path.Combine(AppContext.BaseDirectory, $"{Guid.NewGuid():N}.nfproj");
        File.WriteAllText(file, "<Project xmlns=\"http://schemas.microsoft.com/developer/msbuild/2003\"><ItemGroup><Compile Include=\"$(Folder)\\*.cs\" /></ItemGroup></Project>");
        Assert.Throws<NotSupportedException>(() => new DeviceProject(file).Sources);
    }
}
