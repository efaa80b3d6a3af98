using NanoGuard.Api;

namespace NanoGuard;

/// <summary>What a project may set about the comparison of its virtual board.</summary>
public sealed record SurfaceOptions
{
    /// <summary>Prefixes that the board puts before a nanoFramework namespace, as in <see cref="GuardOptions.NamespacePrefixes"/>.</summary>
    public IReadOnlyList<string> NamespacePrefixes { get; init; } = ["Nano."];

    /// <summary>
    /// Names (without namespace) of attributes that mark a public type or member as the host's business, not offered to firmware.
    /// Better make such members internal: an attribute does not keep the firmware from using them (the guard does).
    /// </summary>
    public IReadOnlyList<string> HostOnlyAttributes { get; init; } = ["HostOnlyAttribute"];

    /// <summary>Known defaults of optional parameters.</summary>
    public OptionalDefaults Defaults { get; init; } = OptionalDefaults.NanoFramework;
}
