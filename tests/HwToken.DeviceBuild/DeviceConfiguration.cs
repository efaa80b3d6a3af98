namespace HwToken.DeviceBuild;

/// <summary>How the compiler treats the device's sources. The optimiser changes what the interpreter meets, so checks read both.</summary>
public enum DeviceConfiguration
{
    /// <summary>As debugged: every local is stored, DEBUG is defined.</summary>
    Debug,

    /// <summary>As shipped.</summary>
    Release,
}
