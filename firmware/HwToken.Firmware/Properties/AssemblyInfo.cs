using System.Reflection;

[assembly: AssemblyTitle("HwToken.Firmware")]
[assembly: AssemblyDescription("Firmware of the HwToken OATH token")]
[assembly: AssemblyProduct("HwToken")]
[assembly: AssemblyVersion("1.0.0.0")]
[assembly: AssemblyFileVersion("1.0.0.0")]
