using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using HwToken.Core.Otp;
using HwToken.Factory.Exports;
using HwToken.Factory.Ledger;
using HwToken.Factory.Lots;
using HwToken.Keeping;
using HwToken.Pskc;

namespace HwToken.Factory.Sealing;

/// <summary>
/// Closes a lot: writes the labelled units into one signed, encrypted PSKC file. Count, first and last ID, scrap list and audit head stand
/// under the signature. Unit by unit, so that memory does not grow with the lot.
/// </summary>
public static class LotSealer
{
    private const string Why = "not finished when the lot was sealed";

    private static readonly UnitState[] Unfinished = [UnitState.Reserved, UnitState.Writing, UnitState.Written];

    /// <summary>Writes the file. A lot that was sealed before may be sealed again, for another receiver, until its receipt.</summary>
    /// <param name="lot">The lot, with its keys.</param>
    /// <param name="options">Profile, protection, path.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="FactoryException">Units are not finished, or there is nothing to deliver.</exception>
    public static SealedFile Seal(Lot lot, SealOptions options)
    {
        Check(lot, options);
        byte[] head = lot.Ledger.AuditHead().Hash;
        string[] unfinished = [.. lot.Ledger.Units(Unfinished).Select(unit => unit.Id)];
        var scrapped = lot.Ledger.Units([UnitState.Scrapped, .. Unfinished]).Select(unit => new PskcScrap(unit.Id, Fit(unit.Reason ?? Why))).ToList();
        using var ids = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        int count = 0;
        PrivateFile.Replace(options.Path, stream => count = Write(lot, options, stream, ids, new PskcLot { LotId = lot.Definition.LotId, AuditHead = Convert.ToHexString(head), Scrapped = scrapped }));
        var file = new SealedFile(
            System.IO.Path.GetFullPath(options.Path), HashOf(options.Path), options.Profile.ToString(), count, Convert.ToHexString(ids.GetHashAndReset()));
        List<SealedFile> files = [.. Files(lot).Where(other => other.Path != file.Path), file];
        var happened = new AuditEvent(AuditKind.Sealed) { Count = count, First = file.Profile, Last = file.Sha256 };
        if (!lot.Ledger.TrySeal(options.Who, happened, JsonSerializer.Serialize(files), head, unfinished, Why))
        {
            File.Delete(options.Path);
            throw new FactoryException($"Something was done in lot {lot.Definition.LotId} while it was sealed, so the file would not tell all of it. It was removed; seal again.");
        }

        return file;
    }

    /// <summary>Refuses what <see cref="Seal"/> would refuse, and changes nothing.</summary>
    /// <exception cref="FactoryException">The target is somebody else's, units are not finished, clocks are wrong, or there is nothing to deliver.</exception>
    public static void Check(Lot lot, SealOptions options)
    {
        ArgumentNullException.ThrowIfNull(lot);
        ArgumentNullException.ThrowIfNull(options);
        CheckTarget(lot, options);
        CheckFinished(lot, options);
        CheckClocks(lot);
    }

    /// <summary>The seed files that were written for a lot.</summary>
    public static IReadOnlyList<SealedFile> Files(Lot lot)
    {
        ArgumentNullException.ThrowIfNull(lot);
        return lot.Ledger.SealedFiles is { } json ? JsonSerializer.Deserialize<List<SealedFile>>(json)! : [];
    }

    /// <summary>Sealing again replaces the lot's own seed file, and nothing else.</summary>
    private static void CheckTarget(Lot lot, SealOptions options)
    {
        string path = System.IO.Path.GetFullPath(options.Path);
        bool isOwn = Files(lot).Any(file => file.Path == path) || (lot.Folder.Contains(path) && path.EndsWith(SealedFile.Extension, StringComparison.Ordinal));
        if (Directory.Exists(path) || (File.Exists(path) && !isOwn))
        {
            throw new FactoryException($"{path} exists already and is no seed file of lot {lot.Definition.LotId}. Choose another name, or remove it first.");
        }

        _ = PrivateFile.TryPlace(path);
    }

    private static void CheckFinished(Lot lot, SealOptions options)
    {
        UnitCounts counts = lot.Ledger.Counts();
        int open = Unfinished.Sum(state => counts[state]);
        if (open > 0 && !options.ScrapsUnfinished)
        {
            throw new FactoryException($"{open} units of lot {lot.Definition.LotId} are not finished. Finish them with 'lot run', or seal with --scrap-unfinished.");
        }

        if (counts[UnitState.Verified] > 0)
        {
            throw new FactoryException($"{counts[UnitState.Verified]} units of lot {lot.Definition.LotId} have no label yet. Make them: hwtoken label {lot.Folder.Folder}");
        }

        if (counts[UnitState.Labelled] + counts[UnitState.Sealed] == 0)
        {
            throw new FactoryException($"No unit of lot {lot.Definition.LotId} has passed: there is nothing to deliver.");
        }
    }

    private static void CheckClocks(Lot lot)
    {
        if (lot.WrongClocks() is [var first, ..] wrong)
        {
            throw new FactoryException($"{wrong.Count} tokens of lot {lot.Definition.LotId} have a clock that is wrong or in doubt, the first is {first}: their codes would be refused. Connect each: hwtoken device set-time --port PORT --lot {lot.Folder.Folder} (or give it up: hwtoken lot scrap)");
        }
    }

    private static int Write(Lot lot, SealOptions options, Stream stream, IncrementalHash ids, PskcLot about)
    {
        using X509Certificate2 certificate = lot.SigningCertificate();
        using var writer = new PskcWriter(stream, new PskcWriteOptions
        {
            Profile = options.Profile,
            Protection = options.Protection,
            KeyName = options.KeyName,
            SigningCertificate = certificate,
        });
        int count = 0;
        foreach (Unit unit in lot.Ledger.Units(UnitState.Labelled, UnitState.Sealed))
        {
            byte[] secret = lot.Secret(unit.Id);
            using PskcKey key = UnitKey.Of(lot.Definition, unit.Id, unit.NextCounter, secret);
            CryptographicOperations.ZeroMemory(secret);
            writer.Write(key);
            ids.AppendData(Encoding.ASCII.GetBytes(unit.Id + "\n"));
            count++;
        }

        writer.Complete(about);
        return count;
    }

    /// <summary>Reasons may quote a port or a token; PSKC takes 128 characters, and of those what XML can carry.</summary>
    private static string Fit(string reason)
    {
        string text = new([.. reason.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && System.Xml.XmlConvert.IsXmlChar(c)).Take(120)]);
        return text.Trim() is { Length: > 0 } trimmed ? trimmed : "scrapped";
    }

    private static string HashOf(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexString(SHA256.HashData(file));
    }
}
