using Mono.Cecil;

namespace NanoGuard.Api;

/// <summary>Tells references to the desktop's assemblies from those to nanoFramework's, which often bear the same names.</summary>
internal static class DesktopAssemblies
{
    // The keys of mscorlib, System.Private.CoreLib, the System.* facades and netstandard. nanoFramework signs with c07d481e9758c731.
    private static readonly HashSet<string> Keys = ["b77a5c561934e089", "7cec85d7bea7798e", "b03f5f7f11d50a3a", "cc7b13ffcd2ddd51", "adb9793829ddae60", "31bf3856ad364e35"];

    public static bool Contains(AssemblyNameReference reference) =>
        reference.PublicKeyToken is { Length: > 0 } token && Keys.Contains(Convert.ToHexStringLower(token));
}
