using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using HwToken.Pskc;

namespace HwToken.Interop.Delivery;

/// <summary>
/// From a blank token to an accepted code, by the programs as people run them: factory, token and validation service meet at lines and
/// files only. And the receipt, for which the factory destroys its secrets: nothing but the right one does it.
/// </summary>
public sealed class DeliveryTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hwtoken-delivery-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_lot_is_made_delivered_received_and_destroyed_and_its_codes_are_accepted()
    {
        await using var first = new TokenAtBench(1);
        await using var second = new TokenAtBench(2);
        await using var other = new TokenAtBench(3);
        await ToolAsync("registry", "init");
        await MakeAsync("july", first, second);
        await MakeAsync("august", other);

        File.Copy(At("july", "certificate.pem"), At("trusted.pem"));
        using OwnProgram server = await ServeAsync("--data", At("service"), "--service-name", "delivery test", "--import-certs", At("trusted.pem"));
        using HttpClient desk = await ClientAsync(server, "service", "operator");
        using HttpClient bank = await ClientAsync(server, "service", "relying-party");
        await File.WriteAllTextAsync(At("validation.pem"), await desk.GetStringAsync("/api/v1/imports/certificate", Cancel), Cancel);

        // A lot whose certificate the service does not know yet.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ImportAsync(desk, Sealed("august"))).Status);
        await File.AppendAllTextAsync(At("trusted.pem"), "\n" + await File.ReadAllTextAsync(At("august", "certificate.pem"), Cancel), Cancel);
        (HttpStatusCode status, string foreign) = await ImportAsync(desk, Sealed("august"));
        Assert.Equal(HttpStatusCode.Created, status);
        (status, string receipt) = await ImportAsync(desk, Sealed("july"));
        Assert.Equal(HttpStatusCode.Created, status);

        await RefusedAsync(foreign, "is for lot august");
        await RefusedAsync(Tampered(receipt), "signature");
        await RefusedAsync(await ShorterAsync(), "did not write");
        using (X509Certificate2 stranger = Certificate())
        {
            await RefusedAsync(Facts(receipt).Sign(stranger), "signature");
            await RefusedAsync((Facts(receipt) with { Count = 1 }).Sign(stranger), "signature");
            await File.WriteAllTextAsync(At("stranger.pem"), stranger.ExportCertificatePem(), Cancel);
            await RefusedAsync(receipt, "signature", "stranger.pem");
        }

        await RefusedAsync("no receipt", "no receipt");
        await RefusedAsync(await File.ReadAllTextAsync(At("validation.pem"), Cancel), "no receipt");

        // The answer was lost on the way: it is there to be asked for again.
        string digest = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Sealed("july"), Cancel)));
        Assert.Equal(receipt, await desk.GetStringAsync($"/api/v1/imports/{digest}", Cancel));
        (status, string again) = await ImportAsync(desk, Sealed("july"));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains(digest, again, StringComparison.Ordinal);

        await SaveAsync(receipt);
        Assert.Contains("delivery test: 2 credentials of lot july", await ToolAsync("lot", "receipt", At("july"), At("july.receipt"), "--cert", At("validation.pem"), "--yes"), StringComparison.Ordinal);
        Assert.False(File.Exists(Sealed("july")));
        Assert.Equal(1, (await OwnProgram.RunAsync("hwtoken", "lot", "seal", At("july"), "--profile", "strong", "--transport-key", At("transport.key"), "--home", At("home"))).Status);
        Assert.Contains("0 open with the lot's key and differ, 2 destroyed", await ToolAsync("lot", "verify", At("july")), StringComparison.Ordinal);
        AssertNoSecretOf(first, second);

        // The token in somebody's hand: enrolled with one code, signed in with the next, and no code twice.
        string code = first.Press();
        Assert.Equal("RMCFXLGN001032E", await SendAsync(bank, first.Id, "validate", code));
        Assert.Equal("accepted", await SendAsync(bank, first.Id, "activate", code));
        Assert.Equal("RMCFXLGN001028E", await SendAsync(bank, first.Id, "validate", code));
        Assert.Equal("accepted", await SendAsync(bank, first.Id, "validate", first.Press()));
        Assert.Equal("accepted", await SendAsync(bank, second.Id, "activate", second.Press()));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string At(params string[] names) => Path.Combine([folder, .. names]);

    private string Sealed(string lot) => At(lot, lot + "-strong.pskcxml");

    private async Task MakeAsync(string lot, params TokenAtBench[] tokens)
    {
        await ToolAsync("lot", "create", At(lot), "--prefix", "DPHT", "--count", $"{tokens.Length}", "--type", "hotp");
        await ToolAsync(["lot", "run", At(lot), "--once", .. tokens.SelectMany(token => new[] { "--port", token.Port })]);
        await ToolAsync("lot", "seal", At(lot), "--profile", "strong", "--transport-key", At("transport.key"));
    }

    /// <summary>A receipt of the same service for a file of lot july that lacks a credential.</summary>
    private async Task<string> ShorterAsync()
    {
        byte[] key = Convert.FromHexString((await File.ReadAllTextAsync(At("transport.key"), Cancel)).Trim());
        using var protection = PskcKeySource.PreSharedKey(key);
        using (SeedDocument document = PskcReader.Open(Sealed("july"), new PskcReadOptions { KeySource = protection }))
        await using (FileStream file = File.Create(At("short.pskcxml")))
        using (var writer = new PskcWriter(file, new PskcWriteOptions { Profile = PskcProfile.Strong, Protection = protection }))
        {
            using PskcKey kept = document.Keys().First();
            writer.Write(kept);
            writer.Complete(new PskcLot { LotId = "july" });
        }

        // As a person copies a data folder: with its modes, or the service refuses it.
        Directory.CreateDirectory(At("service2"));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(At("service2"), File.GetUnixFileMode(At("service")));
        }

        foreach (string name in new[] { "receipt-key.pem", "receipt-certificate.pem" })
        {
            File.Copy(At("service", name), At("service2", name));
        }

        using OwnProgram server = await ServeAsync("--data", At("service2"));
        using HttpClient desk = await ClientAsync(server, "service2", "operator");
        (HttpStatusCode status, string receipt) = await ImportAsync(desk, At("short.pskcxml"));
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(("july", 1), (Facts(receipt).LotId, Facts(receipt).Count));
        return receipt;
    }

    private PskcReceipt Facts(string receipt)
    {
        using X509Certificate2 certificate = X509Certificate2.CreateFromPem(File.ReadAllText(At("validation.pem")));
        return PskcReceipt.Verify(receipt, certificate);
    }

    private static string Tampered(string receipt)
    {
        int at = receipt.IndexOf('.', StringComparison.Ordinal) + 40;
        return receipt[..at] + (receipt[at] == 'A' ? 'B' : 'A') + receipt[(at + 1)..];
    }

    private Task SaveAsync(string receipt) => File.WriteAllTextAsync(At("july.receipt"), receipt, Cancel);

    /// <summary>Refused, and nothing destroyed: the seed file lies there, and every secret of the lot opens.</summary>
    private async Task RefusedAsync(string receipt, string because, string certificate = "validation.pem")
    {
        byte[] before = SHA256.HashData(await File.ReadAllBytesAsync(Sealed("july"), Cancel));
        await SaveAsync(receipt);
        (int code, _, string error) = await OwnProgram.RunAsync("hwtoken", "lot", "receipt", At("july"), At("july.receipt"), "--cert", At(certificate), "--yes", "--home", At("home"));
        Assert.Equal(1, code);
        Assert.Contains(because, error, StringComparison.Ordinal);
        Assert.Equal(before, SHA256.HashData(await File.ReadAllBytesAsync(Sealed("july"), Cancel)));
        string verdict = await ToolAsync("lot", "verify", At("july"));
        Assert.Contains("2 open with the lot's key and differ, 0 destroyed", verdict, StringComparison.Ordinal);
    }

    private async Task<string> ToolAsync(params string[] arguments)
    {
        (int code, string output, string error) = await OwnProgram.RunAsync("hwtoken", [.. arguments, "--home", At("home")]);
        Assert.True(code == 0, $"hwtoken {string.Join(' ', arguments)}: {output}{error}");
        return output;
    }

    private static async Task<OwnProgram> ServeAsync(params string[] arguments)
    {
        OwnProgram server = OwnProgram.Start("HwToken.HostSim", ["serve", "--url", "http://127.0.0.1:0", .. arguments]);
        await server.ListensAsync();
        return server;
    }

    private async Task<HttpClient> ClientAsync(OwnProgram server, string data, string role)
    {
        (int code, string key, string error) = await OwnProgram.RunAsync("HwToken.HostSim", "keys", "new", "--role", role, "--data", At(data));
        Assert.True(code == 0, error);
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.Trim());
        client.DefaultRequestHeaders.Accept.ParseAdd(role == "operator" ? "application/jose" : "application/json");
        return client;
    }

    private async Task<(HttpStatusCode Status, string Text)> ImportAsync(HttpClient desk, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/imports") { Content = new ByteArrayContent(await File.ReadAllBytesAsync(path, Cancel)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/xml");
        request.Headers.Add("X-Pskc-Key", (await File.ReadAllTextAsync(At("transport.key"), Cancel)).Trim());
        using HttpResponseMessage answer = await desk.SendAsync(request, Cancel);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task<string> SendAsync(HttpClient bank, string id, string verb, string code)
    {
        using HttpResponseMessage answer = await bank.PostAsJsonAsync($"/api/v1/credentials/{id}/{verb}", new { code }, Cancel);
        JsonElement body = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        return body.GetProperty("result").GetString() == "accepted" ? "accepted" : body.GetProperty("error").GetString()!;
    }

    /// <summary>In the factory's folders, after the receipt: not raw, not as text.</summary>
    private void AssertNoSecretOf(params TokenAtBench[] tokens)
    {
        foreach (string path in Directory.EnumerateFiles(At("july"), "*", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(At("home"), "*", SearchOption.AllDirectories)))
        {
            byte[] content = File.ReadAllBytes(path);
            foreach (byte[] secret in tokens.Select(token => token.Secret))
            {
                Assert.True(content.AsSpan().IndexOf(secret) < 0, path);
                Assert.DoesNotContain(Convert.ToHexString(secret), System.Text.Encoding.Latin1.GetString(content), StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=stranger", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
    }
}
