namespace Nano.System.IO;

/// <summary>What a drive is.</summary>
public enum DriveType
{
    /// <summary>Nobody knows.</summary>
    Unknown = 0,

    /// <summary>It has no root.</summary>
    NoRootDirectory = 1,

    /// <summary>A card or a stick.</summary>
    Removable = 2,

    /// <summary>The chip's own flash.</summary>
    Fixed = 3,

    /// <summary>Memory.</summary>
    Ram = 4,
}
