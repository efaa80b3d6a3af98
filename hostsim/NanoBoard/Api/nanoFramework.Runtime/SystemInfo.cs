using System;
using NanoBoard.Running;

namespace nanoFramework.Runtime.Native;

/// <summary>What the image says of itself.</summary>
public static partial class SystemInfo
{
    /// <summary>Version of the image.</summary>
    public static Version Version => Told(new Version(1, 14, 0, 0));

    /// <summary>Who made it.</summary>
    public static string OEMString => Told("NanoBoard, a virtual " + Boot.Current.Board.Options.Chip);

    /// <summary>Number of the maker.</summary>
    public static byte OEM => Told<byte>(0);

    /// <summary>Number of the model.</summary>
    public static byte Model => Told<byte>(0);

    /// <summary>Number of the kind.</summary>
    public static ushort SKU => Told<ushort>(0);

    /// <summary>Name of the image.</summary>
    public static string TargetName => Told(Boot.Current.Board.Options.Chip.Target);

    /// <summary>Name of the chip's family.</summary>
    public static string Platform => Told("ESP32");

    /// <summary>How it reckons with fractions.</summary>
    public static FloatingPoint FloatingPointSupport => Told(FloatingPoint.DoublePrecisionSoftware);

    private static T Told<T>(T told)
    {
        Boot.Call();
        return told;
    }
}
