using Mono.Cecil;

namespace NanoGuard.Tests;

/// <summary>No rule without a proof.</summary>
public class RuleSetTests
{
    private static readonly string Readme = Project.Read("tools", "NanoGuard", "README.md");

    [Fact]
    public void Ids_are_counted_through() =>
        Assert.Equal(Enumerable.Range(1, RuleSet.All.Count).Select(number => $"NG{number:D2}"), RuleSet.All.Select(rule => rule.Id));

    [Fact]
    public void Every_rule_of_the_platform_names_a_run_a_source_or_the_surface_as_its_proof() => Assert.All(RuleSet.All.Where(rule => rule.Profile == GuardProfile.Platform), rule =>
    {
        Assert.Matches(@"^run on |nf-interpreter src/|metadata-processor |CoreLibrary 5e37889|public members|no nanoFramework assembly", rule.Proof);
        Assert.Matches(@"\((run|run, source|source|surface|surface, run)\)$", rule.Fact);
    });

    [Fact]
    public void The_readme_has_every_rule_with_its_profile_and_proof() =>
        Assert.All(RuleSet.All, rule => Assert.Matches($@"\| {rule.Id} \|.*\| {rule.Profile.ToString().ToLowerInvariant()} \|.*{System.Text.RegularExpressions.Regex.Escape(rule.Proof.Replace("|", "", StringComparison.Ordinal))} \|", Readme));

    /// <summary>What rules call missing is not in the card's core library, and the exceptions that they let pass are.</summary>
    [Fact]
    public void The_core_library_lacks_what_the_rules_call_missing()
    {
        using var core = ModuleDefinition.ReadModule(Planted.CoreLibrary);
        string[] missing =
        [
            "System.DivideByZeroException", "System.OverflowException", "System.Nullable`1", "System.ValueTuple`2", "System.Tuple`2", "System.Index", "System.Range", "System.IEquatable`1",
            "System.Threading.Tasks.Task", "System.Collections.Generic.IEnumerator`1", "System.Collections.Generic.List`1", "System.ReadOnlySpan`1",
            "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler", "System.Linq.Enumerable", "System.Decimal",
        ];
        Assert.All(missing, name => Assert.Null(core.GetType(name)));
        Assert.Equal(20, core.Types.Count(type => type.IsPublic && IsException(type)));
        Assert.DoesNotContain(core.GetType("System.String").Methods, method => method.Name == "Format" && method.Parameters.Count != 2);
    }

    private static bool IsException(TypeDefinition? type) => type is not null && (type.FullName == "System.Exception" || IsException(type.BaseType?.Resolve()));
}
