using HwToken.Validation;
using HwToken.Validation.Import;
using HwToken.Validation.Rules;

namespace HwToken.TestKit.Validation;

/// <summary>Puts tokens into a database as an import does.</summary>
public static class TestTokens
{
    /// <summary>Puts one token into the database.</summary>
    /// <param name="token">The token.</param>
    /// <param name="system">Whose database.</param>
    /// <param name="activate">False: it stays inactive.</param>
    /// <param name="now">Unix seconds from which its clock drifts.</param>
    /// <returns>The token.</returns>
    public static async Task<TestToken> AddAsync(this TestToken token, ValidationSystem system, bool activate = true, long now = 0)
    {
        await AddAsync(system, [token], activate, now);
        return token;
    }

    /// <summary>Puts tokens into the database in one transaction.</summary>
    public static async Task AddAsync(ValidationSystem system, IEnumerable<TestToken> tokens, bool activate = true, long now = 0)
    {
        Credential[] credentials = [.. tokens.Select(token => new Credential
        {
            Id = token.Id,
            Parameters = token.Parameters,
            Sealed = system.Keys.Seal(token.Id, token.Secret),
            Drift = DriftModel.New(now),
        })];
        List<string> duplicates = await system.Database.WriteAsync(
            context => ImportWriter.InsertAsync(context, credentials, "TEST", activate, (now * 1000) + 1, system.Macs), CancellationToken.None);
        Assert.Empty(duplicates);
    }
}
