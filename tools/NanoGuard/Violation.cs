namespace NanoGuard;

/// <summary>One place in a compiled assembly that nanoFramework 1.x would not run, or would run differently.</summary>
/// <param name="Rule">The rule that was broken, with the fact behind it.</param>
/// <param name="Assembly">Simple name of the assembly.</param>
/// <param name="Member">The member (or type) where it was found, as <c>Type::Name(parameters)</c>.</param>
/// <param name="Detail">What exactly was found there.</param>
/// <param name="Instead">What to write instead, fitted to the case.</param>
/// <param name="IlOffset">Offset of the IL instruction in the method, or null when the fault is in a declaration.</param>
/// <param name="File">The source file as the pdb names it, or null when there is none. The folders belong to the machine that built it.</param>
/// <param name="Line">Line in it, from 1; null when there is none.</param>
public sealed record Violation(Rule Rule, string Assembly, string Member, string Detail, string Instead, int? IlOffset, string? File, int? Line)
{
    /// <summary>File name and line without the folder, or null when there is no pdb.</summary>
    public string? Source => File is null ? null : $"{File[(File.LastIndexOfAny(['/', '\\']) + 1)..]}:{Line}";

    /// <summary>Where the fault stands: source line and IL offset, as far as they are known.</summary>
    public string Place => (Source, IlOffset) switch
    {
        (null, null) => "declaration",
        (null, int il) => $"IL_{il:X4}",
        (string source, null) => source,
        (string source, int il) => $"{source}, IL_{il:X4}",
    };

    /// <summary>The whole report on a few lines: rule, place, what was found, why it matters, what to write instead.</summary>
    /// <returns>Text for a test's failure message.</returns>
    public override string ToString() =>
        $"{Rule.Id} {Rule.Title}: {Detail}\n  in      {Member} ({Place})\n  because {Rule.Fact}\n  instead {Instead}";
}
