using System.Xml.Linq;
using Microsoft.Extensions.FileSystemGlobbing;
using Microsoft.Extensions.FileSystemGlobbing.Abstractions;

namespace HwToken.DeviceBuild;

/// <summary>What an .nfproj says about its build, read without MSBuild: the device's targets are not on every machine.</summary>
public sealed class DeviceProject
{
    private static readonly XNamespace MsBuild = "http://schemas.microsoft.com/developer/msbuild/2003";

    private readonly XDocument document;
    private readonly string folder;

    /// <summary>Reads a project file.</summary>
    /// <param name="path">The .nfproj.</param>
    public DeviceProject(string path)
    {
        document = XDocument.Load(path);
        folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        Name = System.IO.Path.GetFileNameWithoutExtension(path);
    }

    /// <summary>The ESP32 image.</summary>
    public static DeviceProject Firmware { get; } = new(Repository.PathTo("firmware", "HwToken.Firmware", "HwToken.Firmware.nfproj"));

    /// <summary>The device tests.</summary>
    public static DeviceProject UnitTests { get; } = new(Repository.PathTo("firmware", "NFUnitTest", "NFUnitTest.nfproj"));

    /// <summary>The project file's name without its ending.</summary>
    public string Name { get; }

    /// <summary>The name of the assembly that it makes.</summary>
    public string AssemblyName => Property("AssemblyName");

    /// <summary>C# version, as the compiler's option takes it.</summary>
    public string LanguageVersion => Property("LangVersion");

    /// <summary>True when it makes a program with a Main.</summary>
    public bool IsProgram => Property("OutputType") == "Exe";

    /// <summary>The simple names of the assemblies that it refers to.</summary>
    public IReadOnlyList<string> References => [.. document.Descendants(MsBuild + "Reference").Select(reference => (string)reference.Attribute("Include")!)];

    /// <summary>Full paths of the sources that it lists, each once, in the order of their paths.</summary>
    /// <exception cref="NotSupportedException">A Compile item is written in a way that is not understood here: the list would be wrong.</exception>
    public IReadOnlyList<string> Sources =>
        [.. document.Descendants(MsBuild + "Compile").SelectMany(Files).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private string Property(string name) =>
        document.Descendants(MsBuild + name).Select(element => element.Value).FirstOrDefault() ?? throw new NotSupportedException($"{Name}.nfproj has no {name}.");

    private IEnumerable<string> Files(XElement compile)
    {
        var include = (string?)compile.Attribute("Include");
        if (include is null || compile.ToString().Contains("$(", StringComparison.Ordinal) || compile.Attributes().Any(a => a.Name.LocalName is not ("Include" or "Exclude")))
        {
            throw new NotSupportedException($"{Name}.nfproj: only Compile items with Include and Exclude are understood: {compile}");
        }

        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddInclude(Plain(include));
        matcher.AddExcludePatterns(((string?)compile.Attribute("Exclude") ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Plain));
        return matcher.Execute(new DirectoryInfoWrapper(new DirectoryInfo(folder))).Files
            .Select(file => System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, file.Path)));
    }

    private static string Plain(string pattern) => pattern.Trim().Replace('\\', '/');
}
