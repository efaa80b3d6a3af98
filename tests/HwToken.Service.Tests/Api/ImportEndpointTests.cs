using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using HwToken.Pskc;
using HwToken.Service.Tests.Api.Support;

namespace HwToken.Service.Tests.Api;

/// <summary>Seed files over REST.</summary>
public sealed class ImportEndpointTests : ApiTest
{
    [Fact]
    public async Task A_PSKC_file_goes_in_and_a_receipt_comes_out()
    {
        var token = new TestToken("DPHT00000001");
        byte[] file = PskcFile.Of(token, out byte[] transport);
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        Desk.Http.DefaultRequestHeaders.Add("X-Pskc-Key", Convert.ToHexString(transport));
        (int status, JsonElement body) = await Desk.SendAsync(HttpMethod.Post, "/api/v1/imports?activate=true", content);
        Assert.Equal(201, status);
        using X509Certificate2 certificate = X509Certificate2.CreateFromPem(await Desk.Http.GetStringAsync("/api/v1/imports/certificate"));
        PskcReceipt receipt = PskcReceipt.Verify(Text(body, "receipt"), certificate);
        string fileDigest = Convert.ToHexStringLower(SHA256.HashData(file));
        Assert.Equal((fileDigest, Convert.ToHexStringLower(SHA256.HashData("DPHT00000001\n"u8)), 1), (receipt.FileSha256, receipt.IdsSha256, receipt.Count));
        Assert.Equal((fileDigest, receipt.IdsSha256, receipt.LotId), (Text(body, "fileSha256"), Text(body, "idsSha256"), Text(body, "lot")));
        Assert.Equal(receipt.ImportedAt, body.GetProperty("importedAt").GetDateTimeOffset());
        foreach (string digest in new[] { fileDigest, receipt.IdsSha256, fileDigest.ToUpperInvariant() })
        {
            Assert.Equal(body.GetRawText(), (await Desk.SendAsync(HttpMethod.Get, $"/api/v1/imports/{digest}")).Body.GetRawText());
        }

        using var bare = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/imports/{fileDigest}") { Headers = { Accept = { new("application/jose") } } };
        using HttpResponseMessage alone = await Desk.Http.SendAsync(bare);
        Assert.Equal("application/jose", alone.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Text(body, "receipt") + "\n", await alone.Content.ReadAsStringAsync());
        (int missing, JsonElement none) = await Desk.SendAsync(HttpMethod.Get, "/api/v1/imports/0000");
        Assert.Equal((404, "RMCFXIMP001003E"), (missing, Text(none, "error")));
        Assert.Equal("accepted", await Party.ValidateAsync(token.Id, token.Code(0)));
        (status, body) = await Desk.SendAsync(HttpMethod.Post, "/api/v1/imports", new ByteArrayContent(file));
        Assert.Equal((409, "RMCFXIMP001002E"), (status, Text(body, "error")));
        Assert.Contains(fileDigest, Text(body, "detail"), StringComparison.Ordinal);
        Desk.Http.DefaultRequestHeaders.Remove("X-Pskc-Key");
        Desk.Http.DefaultRequestHeaders.Add("X-Pskc-Key", "0011");
        Assert.Equal(400, (await Desk.SendAsync(HttpMethod.Post, "/api/v1/imports", new ByteArrayContent(file))).Status);
    }
}
