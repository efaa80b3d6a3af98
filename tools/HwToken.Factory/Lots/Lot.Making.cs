using System.Security.Cryptography;
using HwToken.Factory.Keys;
using HwToken.Factory.Ledger;
using HwToken.Factory.Registry;

namespace HwToken.Factory.Lots;

/// <content>Makes credentials: those that a lot begins with, and more.</content>
public sealed partial class Lot
{
    /// <summary>Begins the audit entry about the credentials that a lot begins with; their number follows.</summary>
    internal const string CreatedWord = "created ";

    /// <summary>Begins the audit entry about credentials that were added; their number follows.</summary>
    internal const string ExtendedWord = "extended by ";

    /// <summary>Creates a lot: claims its IDs, makes its keys and its credentials. Cut short, it leaves IDs that nobody uses, and no lot.</summary>
    /// <param name="home">Registry of all IDs.</param>
    /// <param name="folder">The lot's folder; empty or missing.</param>
    /// <param name="definition">What to make.</param>
    /// <param name="firstNumber">First number; null: the next free one.</param>
    /// <param name="source">How its key is kept; not inside the folder.</param>
    /// <param name="who">By whom.</param>
    /// <param name="clock">True time.</param>
    public static Lot Create(FactoryHome home, string folder, LotDefinition definition, long? firstNumber, LotKeySource source, string who, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(home);
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(source);
        var names = new LotFolder(folder);
        definition.Check();
        CredentialIdRange.CheckPrefix(definition.Prefix);
        if (Directory.Exists(names.Folder) && Directory.EnumerateFileSystemEntries(names.Folder).Any())
        {
            throw new FactoryException($"{names.Folder} is not empty. A new lot needs a folder of its own.");
        }

        if (source.Files.Any(names.Contains))
        {
            throw new FactoryException("A lot's key is kept away from the lot: name a key file outside its folder.");
        }

        source.CheckNew();
        definition = definition with { CreatedAt = DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds()) };
        using IdRegistry registry = IdRegistry.Open(home.RegistryPath, clock);
        if (registry.HasLot(definition.LotId))
        {
            throw new FactoryException($"There is a lot {definition.LotId} already in the registry. Choose another name.");
        }

        CredentialIdRange range = registry.Claim(definition.LotId, definition.Prefix, firstNumber, definition.Count);
        LotKeys keys = source.Create(definition.LotId, out string? wrapped);
        Directory.CreateDirectory(names.Folder);
        LotLedger ledger = LotLedger.Create(names.Ledger, definition.LotId, clock);
        var lot = new Lot(names, ledger, definition, keys);
        (string pem, string sealedKey) = LotCertificate.Create(definition.LotId, keys, clock.GetUtcNow());
        List<(string, string)> values = [(DefinitionName, definition.ToJson()), (KeyCheckName, keys.Check), (CertificateName, pem), (CertificateKeyName, sealedKey)];
        if (wrapped is not null)
        {
            values.Add((WrappedName, wrapped));
        }

        ledger.Add(who, $"{CreatedWord}{range.Count} credentials {range.FirstId} to {range.LastId}", NewUnits(range, definition, keys), [.. values]);
        File.WriteAllText(names.Certificate, pem);
        lot.KeepHead(registry);
        return lot;
    }

    /// <summary>
    /// Adds reserved credentials: a scrapped one costs its ID, and the lot would end short. What goes beyond replacing makes the lot larger.
    /// Safe to cut short: IDs are claimed in the registry before the ledger takes them, so a crash in between burns IDs and doubles none.
    /// </summary>
    /// <param name="registry">Registry of all IDs.</param>
    /// <param name="count">How many.</param>
    /// <param name="firstNumber">First number; null: the next free one.</param>
    /// <param name="who">By whom.</param>
    /// <returns>The IDs that were added.</returns>
    /// <exception cref="FactoryException">The lot was sealed, its key is not at hand, or the IDs were given out before.</exception>
    public CredentialIdRange Extend(IdRegistry registry, int count, long? firstNumber, string who)
    {
        ArgumentNullException.ThrowIfNull(registry);
        LotKeys keys = Keys;
        Ledger.CheckOpen();
        CredentialIdRange range = registry.Claim(Definition.LotId, Definition.Prefix, firstNumber, count);
        string json = Ledger.Extend(who, $"{ExtendedWord}{range.Count} credentials {range.FirstId} to {range.LastId}", NewUnits(range, Definition, keys), DefinitionName, (value, counts) =>
        {
            LotDefinition definition = LotDefinition.FromJson(value);
            return (definition with { Count = Math.Max(definition.Count, counts.CanPass) }).ToJson();
        });
        Definition = LotDefinition.FromJson(json);
        KeepHead(registry);
        return range;
    }

    private static IEnumerable<(long, string, byte[], long)> NewUnits(CredentialIdRange range, LotDefinition definition, LotKeys keys)
    {
        byte[] secret = new byte[definition.SecretBytes];
        foreach ((long number, string id) in range.All())
        {
            RandomNumberGenerator.Fill(secret);
            yield return (number, id, keys.Seal(id, secret), definition.InitialCounter);
        }

        CryptographicOperations.ZeroMemory(secret);
    }
}
