using System.Security.Cryptography;
using HwToken.Factory.Keys;
using HwToken.Factory.Ledger;
using HwToken.Factory.Registry;
using HwToken.Keeping;

namespace HwToken.Factory.Lots;

/// <content>Makes credentials: those that a lot begins with, and more.</content>
public sealed partial class Lot
{
    /// <summary>
    /// Creates a lot: claims its IDs, makes its keys and its credentials. What fails leaves no file and uses up no ID. Cut short by a power cut it leaves a folder
    /// that the registry does not know, and its key file.
    /// </summary>
    /// <param name="bench">Where.</param>
    /// <param name="folder">The lot's folder; empty or missing.</param>
    /// <param name="definition">What to make.</param>
    /// <param name="firstNumber">First number; null: the next free one.</param>
    /// <param name="source">How its key is kept; not inside the folder.</param>
    public static LotSession Create(Bench bench, string folder, LotDefinition definition, long? firstNumber, LotKeySource source)
    {
        ArgumentNullException.ThrowIfNull(bench);
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(source);
        var names = new LotFolder(folder);
        CheckNew(names, definition, source);
        IdRegistry registry = IdRegistry.Open(bench.Home.RegistryPath, bench.Clock);
        string[] folders = MissingFolders(names, source);
        Lot? made = null;
        try
        {
            BenchClock.Check(bench, registry.LastAt);
            definition = definition with { CreatedAt = DateTimeOffset.FromUnixTimeSeconds(bench.Clock.GetUtcNow().ToUnixTimeSeconds()) };

            // The registry is made durable last: until then nothing counts.
            registry.Change(() => made = Make(registry, names, definition, firstNumber, source, bench, folders));
            return new LotSession(made!, registry, bench);
        }
        catch
        {
            if (made is not null)
            {
                made.Dispose();
                Undo(names, folders, source.Files);
            }

            registry.Dispose();
            throw;
        }
    }

    private static void CheckNew(LotFolder names, LotDefinition definition, LotKeySource source)
    {
        definition.Check();
        CredentialIdRange.CheckPrefix(definition.Prefix);
        if (File.Exists(names.Folder) || (Directory.Exists(names.Folder) && Directory.EnumerateFileSystemEntries(names.Folder).Any()))
        {
            throw new FactoryException($"{names.Folder} is not empty. A new lot needs a folder of its own.");
        }

        if (source.Files.Any(names.Contains))
        {
            throw new FactoryException("A lot's key is kept away from the lot: name a key file outside its folder.");
        }

        _ = PrivateFile.TryPlace(names.Ledger);
        source.CheckNew();
    }

    private static Lot Make(IdRegistry registry, LotFolder names, LotDefinition definition, long? firstNumber, LotKeySource source, Bench bench, string[] folders)
    {
        if (registry.LotNamed(definition.LotId) is { } other)
        {
            throw new FactoryException($"There is a lot {definition.LotId} already in the registry ({other.Place}). Choose another name.");
        }

        string identity = Guid.NewGuid().ToString("N");
        registry.Put(new RegisteredLot(identity, definition.LotId, "", "", 0, []));
        CredentialIdRange range = registry.Insert(identity, definition.Prefix, firstNumber, definition.Count);
        bool isKeyMade = false;
        LotKeys? keys = null;
        LotLedger? ledger = null;
        try
        {
            keys = source.Create(definition.LotId, out string? wrapped);
            isKeyMade = true;
            PrivateFolder.Create(names.Folder);
            ledger = LotLedger.Create(names.Ledger, definition.LotId, identity, keys, bench.Clock);
            (string pem, string sealedKey) = LotCertificate.Create(definition.LotId, keys, bench.Clock.GetUtcNow());
            List<(string, string)> values = [(DefinitionName, definition.ToJson()), (KeyCheckName, keys.Check), (CertificateName, pem), (CertificateKeyName, sealedKey)];
            if (wrapped is not null)
            {
                values.Add((WrappedName, wrapped));
            }

            ledger.Add(bench.Who, Told(AuditKind.Created, range), NewUnits(range, definition, keys), [.. values]);
            byte[] certificate = System.Text.Encoding.ASCII.GetBytes(pem);
            WholeFile.Replace(names.Certificate, stream => stream.Write(certificate));
            WholeFile.FlushFolder(Path.GetDirectoryName(names.Folder)!);
            (long sequence, byte[] hash) = ledger.AuditHead();
            registry.Put(new RegisteredLot(identity, definition.LotId, ledger.Instance, Place.Of(names.Folder), sequence, hash));
            return new Lot(names, ledger, definition, keys);
        }
        catch
        {
            ledger?.Dispose();
            keys?.Dispose();
            Undo(names, folders, isKeyMade ? source.Files : []);
            throw;
        }
    }

    /// <summary>Folders that the lot and its key need and that are not there, the innermost first.</summary>
    private static string[] MissingFolders(LotFolder names, LotKeySource source)
    {
        var missing = new List<string>();
        foreach (string folder in source.Files.Select(file => Path.GetDirectoryName(Path.GetFullPath(file))!).Prepend(names.Folder))
        {
            for (string? above = folder; above is not null && !Directory.Exists(above) && !missing.Contains(above); above = Path.GetDirectoryName(above))
            {
                missing.Add(above);
            }
        }

        return [.. missing.OrderByDescending(folder => folder.Length)];
    }

    /// <summary>Removes what was made: it holds nothing that anything depends on.</summary>
    private static void Undo(LotFolder names, string[] folders, IReadOnlyList<string> keyFiles)
    {
        foreach (string file in keyFiles.Append(names.Certificate).Where(File.Exists))
        {
            File.Delete(file);
        }

        if (Directory.Exists(names.Folder))
        {
            SqliteFile.Delete(names.Ledger);
        }

        foreach (string folder in folders.Where(folder => Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            Directory.Delete(folder);
        }
    }

    /// <summary>
    /// Adds reserved credentials: a scrapped one costs its ID, and the lot would end short. What goes beyond replacing makes the lot larger. The registry is
    /// durable before the ledger is: what fails gives the IDs back, a power cut in between burns them and doubles none.
    /// </summary>
    /// <param name="registry">Registry of all IDs.</param>
    /// <param name="count">How many.</param>
    /// <param name="firstNumber">First number; null: the next free one.</param>
    /// <param name="who">By whom.</param>
    /// <returns>The IDs that were added.</returns>
    /// <exception cref="FactoryException">The lot was sealed, its key is not at hand, or the IDs were given out before.</exception>
    internal CredentialIdRange Extend(IdRegistry registry, int count, long? firstNumber, string who)
    {
        LotKeys keys = Keys;
        Ledger.CheckOpen();
        CredentialIdRange range = registry.Claim(Ledger.Identity, Definition.Prefix, firstNumber, count);
        try
        {
            string json = Ledger.Extend(who, Told(AuditKind.Extended, range), NewUnits(range, Definition, keys), DefinitionName, (value, counts) =>
            {
                LotDefinition definition = LotDefinition.FromJson(value);
                return (definition with { Count = Math.Max(definition.Count, counts.CanPass) }).ToJson();
            });
            Definition = LotDefinition.FromJson(json);
        }
        catch
        {
            registry.Release(range);
            throw;
        }

        return range;
    }

    private static AuditEvent Told(AuditKind kind, CredentialIdRange range) => new(kind) { Count = range.Count, First = range.FirstId, Last = range.LastId };

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
