using System.Text;

namespace HwToken.Pskc.Tests.Support;

/// <summary>Reads text as a file and says what came of it.</summary>
internal static class Try
{
    public static List<PskcKey> Read(string xml, PskcReadOptions? options = null)
    {
        using SeedDocument document = Open(xml, options);
        return [.. document.ReadAll()];
    }

    public static SeedDocument Open(string xml, PskcReadOptions? options = null) =>
        PskcReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(xml)), options ?? new PskcReadOptions());

    /// <summary>The refusal; fails if the file is taken or if the message holds the RFC secret in any spelling.</summary>
    public static PskcError Refused(string xml, PskcReadOptions? options = null)
    {
        var refusal = Assert.Throws<PskcException>(() => Read(xml, options));
        Assert.DoesNotContain(Files.RfcSecret, refusal.ToString());
        Assert.DoesNotContain(Files.RfcSecretBase64, refusal.ToString());
        Assert.DoesNotContain(Hex(Encoding.ASCII.GetBytes(Files.RfcSecret)), refusal.ToString(), StringComparison.OrdinalIgnoreCase);
        return refusal.Error;
    }

    public static string Replace(string xml, string old, string with)
    {
        Assert.Contains(old, xml);
        return xml.Replace(old, with);
    }

    public static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(bytes);

    public static string Secret(PskcKey key) => Encoding.ASCII.GetString(key.Secret.Span);
}
