namespace NanoGuard.Tool;

/// <summary>The rules, for <c>--rules</c>.</summary>
internal static class RuleTable
{
    public static int Write(TextWriter output)
    {
        foreach (var rule in RuleSet.All)
        {
            output.WriteLine($"{rule.Id} {rule.Title} ({rule.Profile.ToString().ToLowerInvariant()})");
            output.WriteLine($"  because {rule.Fact}");
            output.WriteLine($"  instead {rule.Instead}");
            output.WriteLine($"  proof   {rule.Proof}");
        }

        return CommandLine.Clean;
    }
}
