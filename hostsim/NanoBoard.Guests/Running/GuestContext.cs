using System.Reflection;
using System.Runtime.Loader;
using NanoBoard.Guests.Rewriting;

namespace NanoBoard.Guests.Running;

/// <summary>Where one boot's copy of a program lives. What it refers to beside itself is shared with the host.</summary>
internal sealed class GuestContext(IReadOnlyList<GuestImage> images) : AssemblyLoadContext("guest", isCollectible: true)
{
    private readonly Dictionary<string, Assembly> _loaded = new(StringComparer.Ordinal);

    /// <summary>One of the assemblies, loaded at first use.</summary>
    public Assembly Get(GuestImage image)
    {
        if (!_loaded.TryGetValue(image.Name, out Assembly? assembly))
        {
            assembly = Load(image);
            _loaded.Add(image.Name, assembly);
        }

        return assembly;
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        images.FirstOrDefault(image => image.Name == assemblyName.Name) is { } image ? Get(image) : null;

    private Assembly Load(GuestImage image)
    {
        using var bytes = new MemoryStream(image.Bytes);
        using MemoryStream? symbols = image.Symbols is null ? null : new MemoryStream(image.Symbols);
        return LoadFromStream(bytes, symbols);
    }
}
