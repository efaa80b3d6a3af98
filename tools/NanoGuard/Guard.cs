using NanoGuard.Api;
using NanoGuard.Il;
using NanoGuard.Rules;

namespace NanoGuard;

/// <summary>Reads compiled assemblies and reports what nanoFramework 1.x cannot run, or would run differently.</summary>
public static class Guard
{
    private static readonly IRule[] Checks =
        [new Declarations(), new References(), new Instructions(), new EnumTexts(), new StaticConstructors(), new UnsignedTags(), new NullElements()];

    /// <summary>
    /// Checks assemblies against the rules and a list of API. The assemblies may be desktop builds of firmware sources (against a virtual
    /// board that offers the nanoFramework types) or real nanoFramework builds; references between them count as the code's own.
    /// </summary>
    /// <param name="assemblyPaths">Compiled assemblies; they are read, never loaded. A pdb beside them (or inside) gives source lines.</param>
    /// <param name="list">The API that the project may use.</param>
    /// <param name="options">Settings, or null for the defaults.</param>
    /// <returns>All violations, each place and cause once; empty when the code is clean.</returns>
    /// <exception cref="ArgumentException">No assembly, or an empty list: the check could not fail, or could not pass.</exception>
    public static IReadOnlyList<Violation> Check(IEnumerable<string> assemblyPaths, ApiList list, GuardOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(list);
        if (list.IsEmpty)
        {
            throw new ArgumentException("The API list is empty: write one, ApiLister prints what the assemblies use.", nameof(list));
        }

        options ??= new GuardOptions();
        using var code = new CheckedCode(assemblyPaths, options);
        return [.. Checks.SelectMany(check => check.Check(code, list, options))
            .Where(violation => violation.Rule.Profile <= options.Profile && !options.Without.Contains(violation.Rule))
            .DistinctBy(violation => (violation.Rule, violation.Member, violation.Detail, violation.Source))];
    }
}
