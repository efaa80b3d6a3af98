namespace nanoFramework.Runtime.Native;

/// <summary>What is to start. The board starts the program whatever is asked for.</summary>
public enum RebootOption
{
    /// <summary>The chip.</summary>
    NormalReboot = 0,

    /// <summary>The boot loader of nanoFramework.</summary>
    EnterNanoBooter = 1,

    /// <summary>The interpreter.</summary>
    ClrOnly = 2,

    /// <summary>The boot loader of the chip.</summary>
    EnterProprietaryBooter = 8,
}
