using System.Reflection;

namespace NanoGuard.Reports;

/// <summary>What one run of the guard has to tell.</summary>
/// <param name="Added">Findings that count.</param>
/// <param name="Known">Findings that a baseline knows.</param>
/// <param name="Profile">The profile that was asked for.</param>
/// <param name="Sources">How the files of the findings are named.</param>
public sealed record Findings(IReadOnlyList<Violation> Added, IReadOnlyList<Violation> Known, GuardProfile Profile, SourcePaths Sources)
{
    /// <summary>Version of this library, as its package has it.</summary>
    public static string Version { get; } =
        typeof(Findings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
