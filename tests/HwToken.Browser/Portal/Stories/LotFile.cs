using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HwToken.Core.Otp;
using HwToken.Provisioning;
using HwToken.Pskc;
using HwToken.Rack.Live;

namespace HwToken.Browser.Portal.Stories;

/// <summary>A lot of three credentials as a factory would send it: with virtual tokens that hold them, and as a PSKC file.</summary>
internal sealed class LotFile
{
    private const int KeyBytes = 32;
    private const int SecretBytes = 20;

    private readonly (OtpType Type, string Id, byte[] Secret)[] credentials = [New(OtpType.Hotp, "DPLT00000001"), New(OtpType.Totp, "DPLT00000002"), New(OtpType.Totp, "AVT000000003")];

    public IReadOnlyList<string> Ids => [.. credentials.Select(credential => credential.Id)];

    /// <summary>Lays a virtual token with one of the credentials into the tray.</summary>
    public void LayToken(TokenRack rack, string id) => rack.New().Provision(credentials.Where(credential => credential.Id == id).Select(credential =>
        new NewCredential(id, new OtpParameters(credential.Type, OtpAlgorithm.Sha1, 6, 30, 0), credential.Secret, RandomNumberGenerator.GetBytes(KeyBytes))).Single());

    /// <summary>The file in clear (RFC 6030, figure 2).</summary>
    public byte[] Plain() => Encoding.UTF8.GetBytes($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <KeyContainer Version="1.0" Id="LOT3" xmlns="urn:ietf:params:xml:ns:keyprov:pskc">
        {string.Concat(credentials.Select(Package))}
        </KeyContainer>
        """);

    /// <summary>The file under a key, as the lot writer writes it.</summary>
    public byte[] Encrypted(byte[] key)
    {
        using var file = new MemoryStream();
        using (var protection = PskcKeySource.PreSharedKey(key))
        using (var writer = new PskcWriter(file, new PskcWriteOptions { Profile = PskcProfile.Strong, Protection = protection }))
        {
            foreach ((OtpType type, string id, byte[] secret) in credentials)
            {
                bool isTotp = type == OtpType.Totp;
                using var one = new PskcKey
                {
                    Id = id,
                    Algorithm = isTotp ? PskcAlgorithm.Totp : PskcAlgorithm.Hotp,
                    PeriodSeconds = isTotp ? OtpParameters.DefaultPeriodSeconds : null,
                    Time = isTotp ? 0 : null,
                    Counter = isTotp ? null : 0,
                    Secret = new PskcSecret(secret),
                };
                writer.Write(one);
            }

            writer.Complete(new PskcLot { LotId = "LOT3" });
        }

        return file.ToArray();
    }

    private static (OtpType Type, string Id, byte[] Secret) New(OtpType type, string id) => (type, id, RandomNumberGenerator.GetBytes(SecretBytes));

    private static string Package((OtpType Type, string Id, byte[] Secret) credential)
    {
        bool isTotp = credential.Type == OtpType.Totp;
        string factor = isTotp ? "<Time><PlainValue>0</PlainValue></Time><TimeInterval><PlainValue>30</PlainValue></TimeInterval>" : "<Counter><PlainValue>0</PlainValue></Counter>";
        return string.Create(CultureInfo.InvariantCulture, $"""
            <KeyPackage><DeviceInfo><SerialNo>{credential.Id}</SerialNo></DeviceInfo>
            <Key Id="{credential.Id}" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:{(isTotp ? "totp" : "hotp")}">
            <AlgorithmParameters><ResponseFormat Length="6" Encoding="DECIMAL"/></AlgorithmParameters>
            <Data><Secret><PlainValue>{Convert.ToBase64String(credential.Secret)}</PlainValue></Secret>{factor}</Data>
            </Key></KeyPackage>
            """);
    }
}
