namespace HwToken.DeviceBuild;

/// <summary>Sources that do not compile for the device.</summary>
/// <param name="errors">The compiler's errors, each with file and line.</param>
public sealed class DeviceBuildException(IReadOnlyList<string> errors) : Exception("The sources do not compile for nanoFramework 1.x:\n" + string.Join('\n', errors))
{
    /// <summary>The compiler's errors, each with file and line.</summary>
    public IReadOnlyList<string> Errors { get; } = errors;
}
