using System.Security.Cryptography;
using System.Text;

namespace HwToken.Pskc.Tests.Support;

/// <summary>Builds encrypted files with the base library's primitives alone, so that the reader is not judged by the writer.</summary>
internal sealed class Sealed
{
    private static readonly byte[] MacKeyBytes = Enumerable.Range(0x40, 32).Select(i => (byte)i).ToArray();

    public int KeyBits { get; init; } = 128;

    public byte[]? Key { get; init; }

    /// <summary>Hash of the MAC.</summary>
    public HashAlgorithmName Mac { get; init; } = HashAlgorithmName.SHA1;

    public bool WithMacKey { get; init; } = true;

    public bool WithMac { get; init; } = true;

    public string? EncryptionKey { get; init; }

    /// <summary>XML put in place of the plain counter of the HOTP key.</summary>
    public Func<Sealed, string>? Counter { get; init; }

    public byte[] EncryptionKeyBytes => Key ?? Enumerable.Range(1, KeyBits / 8).Select(i => (byte)i).ToArray();

    private string Method => $"http://www.w3.org/2001/04/xmlenc#aes{KeyBits}-cbc";

    private string MacUri => $"http://www.w3.org/{(Mac == HashAlgorithmName.SHA1 ? "2000/09/xmldsig" : "2001/04/xmldsig-more")}#hmac-{Mac.Name!.ToLowerInvariant()}";

    public PskcReadOptions Options => new() { KeySource = PskcKeySource.PreSharedKey(EncryptionKeyBytes) };

    public string Build()
    {
        string header = $"<EncryptionKey>{EncryptionKey ?? "<ds:KeyName>Bench key</ds:KeyName>"}</EncryptionKey>"
            + (WithMac ? $"""<MACMethod Algorithm="{MacUri}">{(WithMacKey ? $"<MACKey>{Cipher(Encrypt(MacKeyBytes, 9))}</MACKey>" : "")}</MACMethod>""" : "");
        byte[] secret = Encoding.ASCII.GetBytes(Files.RfcSecret);
        string hotp = Files.HotpPackage("HWHA00000002", Value(secret, 2));
        if (Counter is not null)
        {
            hotp = hotp.Replace("<PlainValue>42</PlainValue>", Counter(this));
        }

        return Files.Container(
            header + Files.TotpPackage("HWTA00000001", Value(secret, 1)) + hotp,
            """ xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" xmlns:xenc11="http://www.w3.org/2009/xmlenc11#" xmlns:pkcs5="http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#" """);
    }

    public string Value(byte[] plain, byte iv)
    {
        byte[] cipher = Encrypt(plain, iv);
        byte[] key = WithMacKey ? MacKeyBytes : EncryptionKeyBytes;
        byte[] mac = CryptographicOperations.HmacData(Mac, key, cipher);
        return $"<EncryptedValue>{Cipher(cipher)}</EncryptedValue>" + (WithMac ? $"<ValueMAC>{Convert.ToBase64String(mac)}</ValueMAC>" : "");
    }

    private byte[] Encrypt(byte[] plain, byte iv)
    {
        using var aes = Aes.Create();
        aes.Key = EncryptionKeyBytes;
        byte[] vector = Enumerable.Repeat(iv, 16).ToArray();
        return [.. vector, .. aes.EncryptCbc(plain, vector)];
    }

    private string Cipher(byte[] cipher) =>
        $"""<xenc:EncryptionMethod Algorithm="{Method}"/><xenc:CipherData><xenc:CipherValue>{Convert.ToBase64String(cipher)}</xenc:CipherValue></xenc:CipherData>""";
}
