using NanoGuard.Api;

namespace NanoGuard.Rules;

/// <summary>What is wrong with a type or member, apart from where it is used.</summary>
internal sealed record Verdict(Rule Rule, string Name, string? Advice = null)
{
    public string Instead => Advice ?? Hints.For(Name) ?? Rule.Instead;
}
