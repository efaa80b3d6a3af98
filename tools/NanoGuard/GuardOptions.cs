namespace NanoGuard;

/// <summary>What a project may set about the check.</summary>
public sealed record GuardOptions
{
    /// <summary>How much is refused: what the platform does not run, or more.</summary>
    public GuardProfile Profile { get; init; } = GuardProfile.Platform;

    /// <summary>
    /// Prefixes that a virtual board puts before a nanoFramework namespace where the plain name belongs to the desktop:
    /// with <c>Nano.</c>, <c>Nano.System.IO.File</c> is looked up as <c>System.IO.File</c>. Never applied to the checked assemblies' own types.
    /// </summary>
    public IReadOnlyList<string> NamespacePrefixes { get; init; } = ["Nano."];

    /// <summary>Folders in which referenced assemblies are looked for, besides the checked assemblies' own and the running .NET.</summary>
    public IReadOnlyList<string> ReferenceFolders { get; init; } = [];

    /// <summary>Simple names of assemblies that are not at hand: what is used of them is not held against the list.</summary>
    public IReadOnlyList<string> UnjudgedAssemblies { get; init; } = [];

    /// <summary>Rules that are not checked. Say why where you set it.</summary>
    public IReadOnlyList<Rule> Without { get; init; } = [];

    /// <summary>Longest array, in elements, that a static constructor may allocate without initialising it from a constant table.</summary>
    public int StaticArrayLimit { get; init; } = 256;
}
