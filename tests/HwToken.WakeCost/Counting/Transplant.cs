using Mono.Cecil;
using NanoBoard;

namespace HwToken.WakeCost.Counting;

/// <summary>
/// Lets an assembly that was compiled against nanoFramework run on the virtual board: its references lead to the board's types and to the
/// desktop's instead. Not an instruction changes.
/// </summary>
internal static class Transplant
{
    private const string Swapped = "Nano.";

    /// <summary>Redirects all references.</summary>
    public static void OntoBoard(ModuleDefinition module)
    {
        var board = Reference(module, typeof(VirtualBoard));
        var runtime = new AssemblyNameReference("System.Runtime", typeof(object).Assembly.GetName().Version) { PublicKeyToken = [0xB0, 0x3F, 0x5F, 0x7F, 0x11, 0xD5, 0x0A, 0x3A] };
        var cryptography = Reference(module, typeof(System.Security.Cryptography.HMACSHA256));
        module.AssemblyReferences.Add(runtime);
        string[] device = [.. module.AssemblyReferences.Select(name => name.Name).Where(name => name != board.Name && name != runtime.Name && name != cryptography.Name && name != typeof(Tally).Assembly.GetName().Name)];
        foreach (TypeReference type in module.GetTypeReferences().Where(type => type.DeclaringType is null && IsOfDevice(type.Scope, device)).ToList())
        {
            if (typeof(VirtualBoard).Assembly.GetType(Swapped + type.FullName) is not null)
            {
                type.Namespace = Swapped + type.Namespace;
                type.Scope = board;
            }
            else
            {
                type.Scope = typeof(VirtualBoard).Assembly.GetType(type.FullName) is not null ? board
                    : type.Namespace == "System.Security.Cryptography" ? cryptography
                    : runtime;
            }
        }

        foreach (AssemblyNameReference name in module.AssemblyReferences.Where(name => device.Contains(name.Name)).ToList())
        {
            module.AssemblyReferences.Remove(name);
        }
    }

    /// <summary>The stub of the cryptography package bears the desktop assembly's name, so the name alone does not tell.</summary>
    private static bool IsOfDevice(IMetadataScope scope, string[] device) =>
        scope is AssemblyNameReference name && (device.Contains(name.Name) || (name.Name == "System.Security.Cryptography" && name.PublicKeyToken is not { Length: > 0 }));

    private static AssemblyNameReference Reference(ModuleDefinition module, Type type)
    {
        System.Reflection.AssemblyName name = type.Assembly.GetName();
        var reference = new AssemblyNameReference(name.Name, name.Version) { PublicKeyToken = name.GetPublicKeyToken() ?? [] };
        module.AssemblyReferences.Add(reference);
        return reference;
    }
}
