using System.Text;

namespace HwToken.Pskc.Tests.Support;

/// <summary>Reads text as a seed file of whatever format.</summary>
internal static class SeedText
{
    public const string RfcHex = "3132333435363738393031323334353637383930";

    public const string RfcBase32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    public static SeedDocument Open(string text, PskcReadOptions? options = null) => SeedReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)), options ?? new PskcReadOptions());

    /// <summary>Each key in one line: ID, algorithm, hash, digits, step or counter, secret.</summary>
    public static string[] Read(string text, PskcReadOptions? options = null)
    {
        using SeedDocument document = Open(text, options);
        return [.. document.ReadAll().Select(Line)];
    }

    public static PskcException Refused(string text, PskcReadOptions? options = null)
    {
        var refusal = Assert.Throws<PskcException>(() => Open(text, options));
        Assert.DoesNotContain(RfcHex, refusal.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(RfcBase32, refusal.ToString(), StringComparison.OrdinalIgnoreCase);
        return refusal;
    }

    public static string Line(PskcKey key) =>
        $"{key.Id} {key.Algorithm} {key.Suite} {key.Digits} {(key.Algorithm == PskcAlgorithm.Totp ? $"{key.PeriodSeconds}s" : $"#{key.Counter}")} {Convert.ToHexStringLower(key.Secret.Span)}";
}
