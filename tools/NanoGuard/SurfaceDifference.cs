namespace NanoGuard;

/// <summary>Something that a virtual board offers and the real assemblies do not.</summary>
/// <param name="Line">The board's type or member as a surface line (prefix taken off).</param>
/// <param name="Problem">What is wrong with it.</param>
/// <param name="Real">The nearest real lines, or empty when there are none.</param>
public sealed record SurfaceDifference(string Line, string Problem, IReadOnlyList<string> Real)
{
    /// <summary>The whole difference on a few lines.</summary>
    /// <returns>Text for a test's failure message.</returns>
    public override string ToString() => $"{Problem}: {Line}{string.Concat(Real.Select(real => $"\n  real: {real}"))}";
}
