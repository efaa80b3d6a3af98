using System.Globalization;
using HwToken.Pskc.Crypto;
using HwToken.Pskc.Reading;
using HwToken.Pskc.Writing;

namespace HwToken.Pskc;

/// <summary>Writes one PSKC file, key by key. Of each key only 16 bytes are remembered (to refuse an ID that comes twice), so memory hardly grows
/// with the lot. A file without <see cref="Complete"/> is not well-formed and every reader refuses it: write to a temporary name, complete, then rename.</summary>
public sealed class PskcWriter : IDisposable
{
    private readonly Stream output;
    private readonly SigningOutput signing;
    private readonly CanonicalWriter xml;
    private readonly ContainerEncryptor encryptor;
    private readonly KeyPackageWriter packages;
    private readonly SignatureWriter? signature;
    private readonly SeenNames ids = new();
    private string? first;
    private string? last;
    private int count;
    private bool complete;

    /// <summary>Checks the options and writes the head of the file.</summary>
    /// <param name="output">Written forward only; stays open.</param>
    /// <param name="options">Profile, protection, signature.</param>
    /// <exception cref="PskcException">The options do not fit together.</exception>
    public PskcWriter(Stream output, PskcWriteOptions options)
    {
        KeyRules.Check(options);
        this.output = output;
        signature = options.SigningCertificate is null ? null : new SignatureWriter(options.SigningCertificate);
        encryptor = new ContainerEncryptor(options);
        output.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"u8);
        signing = new SigningOutput(output);
        xml = new CanonicalWriter(signing);
        packages = new KeyPackageWriter(xml, encryptor);
        OpenContainer(options.ContainerId);
        EncryptionWriter.Header(xml, encryptor, options.KeyName);
    }

    /// <summary>Encrypts and writes one key; the key stays the caller's, who disposes it. SerialNo becomes the ID; the drift is not written.</summary>
    /// <exception cref="PskcException">The key breaks a rule, or its ID was written before (ignoring case). Nothing of it is written.</exception>
    public void Write(PskcKey key)
    {
        ObjectDisposedException.ThrowIf(complete, this);
        KeyRules.Check(key);
        KeyRules.Require(ids.AddId(key.Id), PskcError.DuplicateId, $"the ID '{key.Id}' stands in this file already");
        packages.Write(key);
        first ??= key.Id;
        last = key.Id;
        count++;
    }

    /// <summary>Signs and ends the file, and flushes it. At least one key must have been written.</summary>
    /// <param name="lot">What the lot says of itself, or null; count, first and last ID are set here.</param>
    /// <exception cref="PskcException">No key, or a text of the lot breaks a rule.</exception>
    public void Complete(PskcLot? lot = null)
    {
        ObjectDisposedException.ThrowIf(complete, this);
        KeyRules.Require(count > 0, PskcError.MissingElement, "a PSKC file holds at least one key");
        Check(lot);
        complete = true;
        if (signature is not null)
        {
            xml.Line();
        }

        xml.Flush();
        signing.Hold = true;
        if (lot is not null)
        {
            xml.Line();
            Lot(lot);
        }

        xml.CloseOnNewLine();
        xml.Flush();
        signature?.Write(output, signing.GetHash());
        signing.Release();
        output.Write("\n"u8);
        output.Flush();
    }

    /// <summary>Clears the keys. Does not complete the file.</summary>
    public void Dispose()
    {
        encryptor.Dispose();
        signature?.Dispose();
        xml.Dispose();
        signing.Dispose();
    }

    /// <summary>Declares on the container every prefix that is used below it: multiOTP looks there and nowhere else. Exclusive canonicalization drops such
    /// declarations there, so the tag without them is what is signed.</summary>
    private void OpenContainer(string? id)
    {
        signing.HashOnly = true;
        xml.Start("", Uris.Pskc, "KeyContainer", ("Version", "1.0"), ("Id", id));
        xml.Flush();
        signing.HashOnly = false;
        string named = id is null ? "" : $" Id=\"{id}\"";
        string tag = $"<KeyContainer xmlns=\"{Uris.Pskc}\" xmlns:ds=\"{Uris.DSig}\" xmlns:pkcs5=\"{Uris.Pkcs5}\" xmlns:xenc=\"{Uris.XEnc}\" xmlns:xenc11=\"{Uris.XEnc11}\"{named} Version=\"1.0\">";
        output.Write(System.Text.Encoding.UTF8.GetBytes(tag));
    }

    private static void Check(PskcLot? lot)
    {
        if (lot is null)
        {
            return;
        }

        KeyRules.Text("LotId", lot.LotId);
        KeyRules.Text("AuditHead", lot.AuditHead ?? "none");
        foreach (PskcScrap scrap in lot.Scrapped)
        {
            KeyRules.Text("a scrapped unit's Id", scrap.Id);
            KeyRules.Text("a scrapped unit's Reason", scrap.Reason);
        }
    }

    private void Lot(PskcLot lot)
    {
        xml.Start("", Uris.Pskc, "Extensions", ("definition", Uris.Lot));
        xml.Line();
        xml.Start(
            "lot",
            Uris.Lot,
            "Lot",
            ("Id", lot.LotId),
            ("Count", count.ToString(CultureInfo.InvariantCulture)),
            ("FirstId", first),
            ("LastId", last),
            ("AuditHead", lot.AuditHead));
        foreach (PskcScrap scrap in lot.Scrapped)
        {
            xml.Line();
            xml.Start("lot", Uris.Lot, "Scrapped", ("Id", scrap.Id), ("Reason", scrap.Reason));
            xml.End();
        }

        xml.CloseOnNewLine();
        xml.CloseOnNewLine();
    }
}
