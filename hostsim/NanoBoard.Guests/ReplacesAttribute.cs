namespace NanoBoard.Guests;

/// <summary>Which member of desktop .NET a substitute stands in for.</summary>
/// <param name="member">As <see cref="Rewriting.Signatures"/> writes it, without the return type.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReplacesAttribute(string member) : Attribute
{
    public string Member { get; } = member;
}
