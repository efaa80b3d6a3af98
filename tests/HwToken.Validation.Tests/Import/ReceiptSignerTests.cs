using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HwToken.Keeping;
using HwToken.Pskc;
using HwToken.Validation.Import;
using HwToken.Validation.Keys;
using HwToken.Validation.Tests.Support;

namespace HwToken.Validation.Tests.Import;

public sealed class ReceiptSignerTests : IDisposable
{
    private static readonly PskcReceipt Facts = new()
    {
        LotId = "july",
        FileSha256 = new string('a', 64),
        Count = 1,
        IdsSha256 = new string('b', 64),
        ImportedAt = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000),
        Service = "desk",
    };

    private readonly TempFolder folder = new();

    private string KeyPath => Path.Combine(folder.Path, "receipt-key.pem");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_key_has_3072_bits_is_its_owners_alone_and_stays_the_same()
    {
        string certificate = Signer().CertificatePem;
        using X509Certificate2 read = X509Certificate2.CreateFromPem(certificate);
        using RSA key = read.GetRSAPublicKey()!;
        Assert.Equal(3072, key.KeySize);
        Assert.Equal("CN=desk", read.Subject);
        Assert.DoesNotContain("PRIVATE", certificate, StringComparison.Ordinal);
        Assert.Equal(certificate, Signer().CertificatePem);
        Assert.Equal(Facts, PskcReceipt.Verify(Signer().Sign(Facts).Text, read));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyPath));
        }
    }

    [Fact]
    public async Task Many_that_make_it_at_once_end_with_one_key_and_one_certificate()
    {
        using var start = new Barrier(6);
        (string Certificate, string Receipt)[] made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Factory.StartNew(
            () =>
            {
                ReceiptSigner signer = Signer();
                start.SignalAndWait();
                return (signer.CertificatePem, signer.Sign(Facts).Text);
            },
            TaskCreationOptions.LongRunning)));
        using X509Certificate2 certificate = X509Certificate2.CreateFromPem(Assert.Single(made.Select(one => one.Certificate).Distinct()));
        Assert.All(made, one => Assert.Equal(Facts, PskcReceipt.Verify(one.Receipt, certificate)));
        Assert.Equal(2, Directory.GetFiles(folder.Path).Length);
    }

    [Fact]
    public void A_key_from_before_goes_on_working_with_a_certificate_of_its_own()
    {
        using var old = RSA.Create(2048);
        Write(old.ExportPkcs8PrivateKeyPem());
        using X509Certificate2 certificate = X509Certificate2.CreateFromPem(Signer().CertificatePem);
        using RSA key = certificate.GetRSAPublicKey()!;
        Assert.Equal(old.ExportSubjectPublicKeyInfo(), key.ExportSubjectPublicKeyInfo());
        Assert.Equal(Facts, PskcReceipt.Verify(Signer().Sign(Facts).Text, certificate));
    }

    [Fact]
    public void A_key_that_others_can_read_a_damaged_one_and_a_foreign_certificate_are_refused()
    {
        Assert.NotEmpty(Signer().CertificatePem);
        string certificate = Path.Combine(folder.Path, "receipt-certificate.pem");
        string right = File.ReadAllText(KeyPath);
        using var other = RSA.Create(2048);
        Write(other.ExportPkcs8PrivateKeyPem());
        Assert.Contains("receipt-certificate.pem", Assert.Throws<KeyHolderException>(() => Signer().CertificatePem).Message, StringComparison.Ordinal);
        Write("no key");
        Assert.Throws<KeyHolderException>(() => Signer().CertificatePem);
        Write(right);
        File.WriteAllText(certificate, "no certificate");
        Assert.Throws<KeyHolderException>(() => Signer().Sign(Facts));
        File.Delete(certificate);
        Assert.NotEmpty(Signer().CertificatePem);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(KeyPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            Assert.Contains("chmod 600", Assert.Throws<KeyHolderException>(() => Signer().Sign(Facts)).Message, StringComparison.Ordinal);
        }
    }

    private ReceiptSigner Signer() => new(new ValidationOptions { DataFolder = folder.Path, ServiceName = "desk" });

    private void Write(string key)
    {
        File.Delete(KeyPath);
        PrivateFile.Create(KeyPath, stream => stream.Write(System.Text.Encoding.ASCII.GetBytes(key)));
    }
}
