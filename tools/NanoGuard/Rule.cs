namespace NanoGuard;

/// <summary>A thing that nanoFramework 1.x cannot do, with the evidence for it. The catalogue is <see cref="RuleSet"/>.</summary>
/// <param name="Id">Stable short name, <c>NG01</c> and on.</param>
/// <param name="Title">What is refused, in a few words.</param>
/// <param name="Fact">What the runtime or the build does with it; ends with how that is known.</param>
/// <param name="Instead">What to write instead, unless the case at hand has a better answer.</param>
/// <param name="Proof">Where it can be seen: "run", or source file and function of the platform.</param>
/// <param name="Profile">The first profile that refuses it.</param>
public sealed record Rule(string Id, string Title, string Fact, string Instead, string Proof, GuardProfile Profile = GuardProfile.Platform);
