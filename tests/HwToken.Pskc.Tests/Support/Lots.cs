using System.Text;

namespace HwToken.Pskc.Tests.Support;

/// <summary>Files made by the writer.</summary>
internal static class Lots
{
    public static PskcKey Totp(string id, byte[]? secret = null) => new()
    {
        Id = id,
        Algorithm = PskcAlgorithm.Totp,
        PeriodSeconds = 30,
        Time = 0,
        Secret = new PskcSecret(secret ?? Encoding.ASCII.GetBytes(Files.RfcSecret)),
        Manufacturer = "iana.hwtoken",
        Model = "HW-T",
        Issuer = "HwToken",
        StartDate = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero),
        ExpiryDate = new(2036, 11, 20, 0, 0, 0, TimeSpan.Zero),
    };

    public static PskcKey Hotp(string id, long counter = 0) => new()
    {
        Id = id,
        Algorithm = PskcAlgorithm.Hotp,
        Counter = counter,
        Secret = new PskcSecret(Encoding.ASCII.GetBytes(Files.RfcSecret)),
    };

    public static PskcWriteOptions Options(PskcProfile profile, bool signed = true, string? passphrase = null) => new()
    {
        Profile = profile,
        Protection = passphrase is null ? PreShared(profile) : PskcKeySource.Passphrase(passphrase),
        Pbkdf2Rounds = PskcWriteOptions.MinPbkdf2Rounds,
        SigningCertificate = signed ? Signer.Certificate : null,
        ContainerId = "LOT-7",
    };

    public static PskcKeySource PreShared(PskcProfile profile) =>
        PskcKeySource.PreSharedKey(Enumerable.Range(0, profile == PskcProfile.Strong ? 32 : 16).Select(i => (byte)i).ToArray());

    public static string Write(PskcWriteOptions options, PskcLot? lot, params IEnumerable<PskcKey> keys)
    {
        var stream = new MemoryStream();
        using var writer = new PskcWriter(stream, options);
        foreach (PskcKey key in keys)
        {
            writer.Write(key);
        }

        writer.Complete(lot);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static PskcLot Lot { get; } = new()
    {
        LotId = "2026-47",
        AuditHead = "00ff",
        Scrapped = [new PskcScrap("HWTA00000009", "display dead"), new PskcScrap("HWTA00000010", "wrong code <twice> & more")],
    };
}
