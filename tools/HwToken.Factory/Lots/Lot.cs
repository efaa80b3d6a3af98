using System.Security.Cryptography.X509Certificates;
using HwToken.Core.Otp;
using HwToken.Factory.Keys;
using HwToken.Factory.Ledger;

namespace HwToken.Factory.Lots;

/// <summary>A lot that is open: folder, ledger, definition and, when they were given, its keys.</summary>
public sealed partial class Lot : IDisposable
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
    public LotDefinition Definition { get; private set; }

    /// <summary>Its keys.</summary>
    /// <exception cref="FactoryException">The lot was opened without them.</exception>
    public LotKeys Keys => _keys ?? throw new FactoryException($"This needs the key of lot {Definition.LotId}: give --key or --passphrase-file.");

    /// <summary>How many tokens it is to yield, as it stands now: another process may have extended it.</summary>
    public int Wanted => LotDefinition.FromJson(Ledger.Get(DefinitionName)!).Count;

    /// <summary>How many tokens it will lack even if every unit that is left passes; 0 once it was sealed: nothing can be added then.</summary>
    public int Shortage => Ledger.IsSealed ? 0 : Math.Max(0, Wanted - Ledger.Counts().CanPass);

    /// <summary>True when its keys are at hand.</summary>
    public bool HasKeys => _keys is not null;

    /// <summary>Its certificate without private key, PEM.</summary>
    public string CertificatePem => Ledger.Get(CertificateName)!;

    /// <summary>The session that works with it.</summary>
    /// <exception cref="FactoryException">It was opened to be read.</exception>
    internal LotSession Session
    {
        get => field ?? throw new FactoryException($"Lot {Definition.LotId} was opened to be read only.");
        set;
    }

    /// <summary>Opens a lot to read it, also a copy, and where nothing can be written. To change it, see <see cref="LotSession"/>.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="source">Its key; null: only what needs none.</param>
    /// <param name="clock">True time.</param>
    /// <exception cref="FactoryException">It is no lot, or the key is another lot's.</exception>
    public static Lot Open(string folder, LotKeySource? source, TimeProvider clock) => Open(folder, source, clock, isToChange: false);

    internal static Lot Open(string folder, LotKeySource? source, TimeProvider clock, bool isToChange)
    {
        var names = new LotFolder(folder);
        LotLedger ledger = LotLedger.Open(names.Ledger, clock, isToChange);
        LotKeys? keys = null;
        try
        {
            string json = ledger.Get(DefinitionName) ?? throw new FactoryException($"The creation of {names.Folder} was cut short: it holds no credentials. Remove the folder and its key file, and create the lot again.");
            keys = source?.Open(ledger.LotId, ledger.Get(WrappedName));
            if (keys is not null)
            {
                if (keys.Check != ledger.Get(KeyCheckName))
                {
                    throw new FactoryException($"That is not the key of lot {ledger.LotId}.");
                }

                ledger.Unlock(keys);
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

    /// <summary>The secret of a unit.</summary>
    /// <param name="id">Credential ID.</param>
    /// <returns>The secret; the caller clears it.</returns>
    /// <exception cref="FactoryException">It was destroyed, or cannot be opened.</exception>
    public byte[] Secret(string id) => Keys.Open(id, Ledger.SealedSecret(id) ?? throw new FactoryException($"The secret of {id} was destroyed after delivery. Only the validation service holds it now."));

    /// <summary>The certificate with its private key, for signing.</summary>
    public X509Certificate2 SigningCertificate() => LotCertificate.Open(CertificatePem, Ledger.Get(CertificateKeyName) ?? throw new FactoryException("The lot's signing key was destroyed after delivery."), Keys);

    /// <summary>Removes every secret of the lot from its ledger, and the signing key. Admin keys stay: tokens in the field may need them.</summary>
    internal void DestroySecrets(string who, AuditEvent happened) => Ledger.DestroySecrets(who, happened, CertificateKeyName);

    /// <summary>TOTP units that passed and whose clock is known to be wrong, or was set by a bench clock that is in doubt. HOTP needs none.</summary>
    public IReadOnlyList<string> WrongClocks() => Definition.Type == OtpType.Totp ? Ledger.WrongClocks() : [];

    /// <summary>IDs of units that a token may have seen, or that were given up.</summary>
    internal IEnumerable<string> Taken() => Ledger.Units().Where(unit => unit.State != UnitState.Reserved).Select(unit => unit.Id);

    /// <summary>Closes the ledger and clears the keys.</summary>
    public void Dispose()
    {
        _keys?.Dispose();
        Ledger.Dispose();
    }
}
