namespace HwToken.TestKit;

/// <summary>How one of the project's programs is started.</summary>
/// <param name="Program">Its assembly beside the tests, without <c>.dll</c>.</param>
/// <param name="Arguments">Its arguments, as they are.</param>
public sealed record ProgramStart(string Program, params IEnumerable<string> Arguments)
{
    /// <summary>Its current directory; null: that of the tests.</summary>
    public string? Directory { get; init; }

    /// <summary>The whole of its standard input.</summary>
    public string Input { get; init; } = "";

    /// <summary>Its standard input stays open behind <see cref="Input"/>, for <see cref="OwnProgram.SayAsync"/>.</summary>
    public bool KeepsInput { get; init; }

    /// <summary>Environment variables besides those of the tests; a null value removes one.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();
}
