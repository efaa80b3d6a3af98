namespace HwToken.Pskc.Lists;

/// <summary>Whom a token is for.</summary>
/// <param name="Name">User name; empty when nobody was named.</param>
/// <param name="Resolver">privacyIDEA's resolver, or empty.</param>
/// <param name="Realm">privacyIDEA's realm, or empty.</param>
public sealed record SeedUser(string Name, string Resolver, string Realm)
{
    /// <summary>Nobody.</summary>
    public static readonly SeedUser None = new("", "", "");
}
