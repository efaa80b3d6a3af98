using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HwToken.Factory.Keys;
using HwToken.Factory.Ledger;
using HwToken.Factory.Registry;

namespace HwToken.Factory.Lots;

/// <summary>A lot that is open: folder, ledger, definition and, when they were given, its keys.</summary>
public sealed class Lot : IDisposable
{
    private const string DefinitionName = "definition";
    private const string KeyCheckName = "keyCheck";
    private const string WrappedName = "wrappedKey";
    private const string CertificateName = "certificate";
    private const string CertificateKeyName = "certificateKey";

    private readonly LotKeys? _keys;

    private Lot(LotFolder folder, LotLedger ledger, LotDefinition definition, LotKeys? keys)
    {
        Folder = folder;
        Ledger = ledger;
        Definition = definition;
        _keys = keys;
    }

    /// <summary>Its folder.</summary>
    public LotFolder Folder { get; }

    /// <summary>Its ledger.</summary>
    public LotLedger Ledger { get; }

    /// <summary>What all its credentials have in common.</summary>
    public LotDefinition Definition { get; }

    /// <summary>Its keys.</summary>
    /// <exception cref="FactoryException">The lot was opened without them.</exception>
    public LotKeys Keys => _keys ?? throw new FactoryException($"This needs the key of lot {Definition.LotId}: give --key or --passphrase-file.");

    /// <summary>True when its keys are at hand.</summary>
    public bool HasKeys => _keys is not null;

    /// <summary>Its certificate without private key, PEM.</summary>
    public string CertificatePem => Ledger.Get(CertificateName)!;

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

        ledger.Add(who, $"created {range.Count} credentials {range.FirstId} to {range.LastId}", NewUnits(range, definition, keys), [.. values]);
        File.WriteAllText(names.Certificate, pem);
        lot.KeepHead(registry);
        return lot;
    }

    /// <summary>Opens a lot.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="source">Its key; null: only what needs none.</param>
    /// <param name="clock">True time.</param>
    /// <exception cref="FactoryException">It is no lot, or the key is another lot's.</exception>
    public static Lot Open(string folder, LotKeySource? source, TimeProvider clock)
    {
        var names = new LotFolder(folder);
        LotLedger ledger = LotLedger.Open(names.Ledger, clock);
        LotKeys? keys = null;
        try
        {
            string json = ledger.Get(DefinitionName) ?? throw new FactoryException($"The creation of {names.Folder} was cut short: it holds no credentials. Remove the folder and its key file, and create the lot again under another name.");
            keys = source?.Open(ledger.LotId, ledger.Get(WrappedName));
            if (keys is not null && keys.Check != ledger.Get(KeyCheckName))
            {
                throw new FactoryException($"That is not the key of lot {ledger.LotId}.");
            }

            return new Lot(names, ledger, LotDefinition.FromJson(json), keys);
        }
        catch
        {
            keys?.Dispose();
            ledger.Dispose();
            throw;
        }
    }

    /// <summary>True when the lot's key is wrapped under a passphrase.</summary>
    public static bool IsLockedWithPassphrase(string folder, TimeProvider clock)
    {
        using LotLedger ledger = LotLedger.Open(new LotFolder(folder).Ledger, clock);
        return ledger.Get(WrappedName) is not null;
    }

    /// <summary>The secret of a unit.</summary>
    /// <param name="id">Credential ID.</param>
    /// <returns>The secret; the caller clears it.</returns>
    /// <exception cref="FactoryException">It was destroyed, or cannot be opened.</exception>
    public byte[] Secret(string id) => Keys.Open(id, Ledger.SealedSecret(id) ?? throw new FactoryException($"The secret of {id} was destroyed after delivery. Only the validation service holds it now."));

    /// <summary>The certificate with its private key, for signing.</summary>
    public X509Certificate2 SigningCertificate() => LotCertificate.Open(CertificatePem, Ledger.Get(CertificateKeyName) ?? throw new FactoryException("The lot's signing key was destroyed after delivery."), Keys);

    /// <summary>Removes every secret of the lot from its ledger, and the signing key. Admin keys stay: tokens in the field may need them.</summary>
    public void DestroySecrets(string who, string what) => Ledger.DestroySecrets(who, what, CertificateKeyName);

    /// <summary>Keeps the audit head in the registry.</summary>
    public void KeepHead(IdRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        (long sequence, byte[] hash) = Ledger.AuditHead();
        registry.KeepHead(Definition.LotId, sequence, hash);
    }

    /// <summary>Closes the ledger and clears the keys.</summary>
    public void Dispose()
    {
        _keys?.Dispose();
        Ledger.Dispose();
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
