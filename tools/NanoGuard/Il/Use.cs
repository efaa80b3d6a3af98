using Mono.Cecil;

namespace NanoGuard.Il;

/// <summary>A reference from the checked code to a type or member, and where it stands.</summary>
/// <param name="Site">The place.</param>
/// <param name="Reference">A <see cref="TypeReference"/>, <see cref="MethodReference"/> or <see cref="FieldReference"/>.</param>
/// <param name="How">What the reference is there for, in words for the report.</param>
internal sealed record Use(Site Site, MemberReference Reference, string How);
