using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HwToken.Validation.Keys;

namespace HwToken.Validation.Import;

/// <summary>Signs receipts with an RSA key of its own in the data folder, made when it is first needed.</summary>
internal sealed class ReceiptSigner(string dataFolder)
{
    private const int KeyBits = 3072;

    private readonly string path = Path.Combine(dataFolder, "receipt-key.pem");
    private readonly Lock once = new();

    public string PublicKeyPem
    {
        get
        {
            using RSA key = Key();
            return key.ExportSubjectPublicKeyInfoPem();
        }
    }

    public ImportReceipt Sign(string lot, int count, string idsDigest, DateTimeOffset at)
    {
        using RSA key = Key();
        var receipt = new ImportReceipt(
            ImportReceipt.CurrentFormat,
            lot,
            count,
            idsDigest,
            at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo())),
            "");
        byte[] signature = key.SignData(Encoding.UTF8.GetBytes(receipt.SignedText()), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return receipt with { Signature = Convert.ToBase64String(signature) };
    }

    private RSA Key()
    {
        lock (once)
        {
            if (!File.Exists(path))
            {
                using var made = RSA.Create(KeyBits);
                PrivateFile.Write(path, Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem()), overwrite: false);
            }
        }

        var key = RSA.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return key;
    }
}
