using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using HwToken.DeviceBuild;
using Mono.Cecil;

namespace HwToken.WakeCost.Counting;

/// <summary>The firmware, compiled for the device, instrumented, ready to run on a virtual board.</summary>
internal sealed class CountedFirmware
{
    /// <summary>Name of the rewritten assembly.</summary>
    public const string AssemblyName = "HwToken.Counted";

    private CountedFirmware(Assembly assembly)
    {
        // On the device all static constructors run before Main, at every boot. Here they run once: their cost is added to each wake.
        long instructions = Tally.Instructions;
        long bytes = Tally.Bytes;
        foreach (Type type in assembly.GetTypes())
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }

        StaticInstructions = Tally.Instructions - instructions;
        StaticBytes = Tally.Bytes - bytes;
        Main = assembly.GetType("HwToken.Firmware.Program")!.GetMethod("Main")!.CreateDelegate<Action>();
    }

    /// <summary>The one of this test run.</summary>
    public static CountedFirmware Shared { get; } = Load();

    /// <summary>Its entry.</summary>
    public Action Main { get; }

    /// <summary>Instructions of all static constructors.</summary>
    public long StaticInstructions { get; }

    /// <summary>Bytes of what the static constructors make.</summary>
    public long StaticBytes { get; }

    private static CountedFirmware Load()
    {
        using var platform = new NativeCost(DeviceSurface.CoreLibraryPath);
        using var module = ModuleDefinition.ReadModule(DeviceAssembly.Firmware(DeviceConfiguration.Release).Path);
        module.Assembly.Name.Name = AssemblyName;
        new Instrumentation(module, platform).Run();
        Transplant.OntoBoard(module);
        using var rewritten = new MemoryStream();
        module.Write(rewritten);
        rewritten.Position = 0;
        return new CountedFirmware(AssemblyLoadContext.Default.LoadFromStream(rewritten));
    }
}
