using HwToken.Pskc.Tests.Support;

namespace HwToken.Pskc.Tests.Writing;

public class RoundTripTests
{
    private static readonly string[] Words = ["HwToken", "A & B", "<x>", "\"quoted\"", "\u65e5\u672c", "\ud83d\udd11", "a  b", "'", "]]>", "e\u0301"];

    [Theory]
    [InlineData(PskcProfile.Portable)]
    [InlineData(PskcProfile.Strong)]
    public void Writing_then_reading_is_identity(PskcProfile profile)
    {
        PskcWriteOptions options = Lots.Options(profile);
        var read = new PskcReadOptions { KeySource = options.Protection, Certificate = Signer.Certificate };
        Seeded.Rounds(100, random =>
        {
            PskcKey[] keys = [.. Enumerable.Range(0, random.Next(1, 6)).Select(i => Key(random, i))];
            string xml = Lots.Write(options, Lots.Lot, keys);
            Assert.True(Signer.Verify(xml, Signer.Certificate));
            Assert.Equal(keys.Select(Describe), Try.Read(xml, read).Select(Describe));
        });
    }

    private static string Describe(PskcKey key) => string.Join('|', key.Id, key.Id, key.Algorithm, key.Suite, key.Digits, key.PeriodSeconds, key.Counter, key.Time,
        key.Issuer, key.Manufacturer, key.Model, key.StartDate, key.ExpiryDate, Try.Hex(key.Secret.Span));

    private static PskcKey Key(Random random, int index)
    {
        bool totp = random.Next(2) == 0;
        var secret = new byte[random.Next(16, 129)];
        random.NextBytes(secret);
        DateTimeOffset start = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.FromHours(9)).AddSeconds(random.Next());
        return new PskcKey
        {
            Id = $"HW{Words[random.Next(Words.Length)]}{index}",
            Algorithm = totp ? PskcAlgorithm.Totp : PskcAlgorithm.Hotp,
            Suite = (PskcSuite)random.Next(3),
            Digits = random.Next(6, 9),
            PeriodSeconds = totp ? random.Next(1, 86_401) : null,
            Time = totp ? random.Next() : null,
            Counter = totp ? null : random.NextInt64(),
            Secret = new PskcSecret(secret),
            Issuer = Optional(random),
            Manufacturer = Optional(random),
            Model = Optional(random),
            StartDate = random.Next(2) == 0 ? null : start.ToUniversalTime(),
            ExpiryDate = random.Next(2) == 0 ? null : start.ToUniversalTime().AddDays(random.Next(5000)),
        };
    }

    private static string? Optional(Random random) => random.Next(2) == 0 ? null : Words[random.Next(Words.Length)];
}
