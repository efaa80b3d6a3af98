using HwToken.Core.Line;
using HwToken.Core.Otp;
using HwToken.Provisioning.Transports;
using HwToken.TestKit.Bench;

namespace HwToken.Provisioning.Tests;

public sealed class ProvisioningClientTests
{
    private const string Id = "DPHT00000001";
    private readonly ScriptedTransport _line = new();
    private readonly ProvisioningClient _client;

    public ProvisioningClientTests() => _client = new ProvisioningClient(_line, TimeSpan.FromMilliseconds(1));

    [Fact]
    public async Task A_commit_whose_answer_is_lost_is_settled_by_asking()
    {
        _line.Silence().Answer($"OK HELLO HWTOKEN 1 LOCKED {Id} 1.0.0");
        await _client.CommitAsync(Id, TestContext.Current.CancellationToken);
        Assert.Equal(["COMMIT", "HELLO"], _line.Sent);
    }

    [Fact]
    public async Task A_commit_that_never_arrived_goes_again()
    {
        _line.Silence().Answer("OK HELLO HWTOKEN 1 BLANK 1.0.0").Answer("OK COMMIT " + Id);
        await _client.CommitAsync(Id, TestContext.Current.CancellationToken);
        Assert.Equal(["COMMIT", "HELLO", "COMMIT"], _line.Sent);
    }

    [Fact]
    public async Task A_commit_is_not_believed_when_the_token_holds_something_else()
    {
        _line.Silence().Answer("OK HELLO HWTOKEN 1 LOCKED DPHT00000002 1.0.0");
        await Assert.ThrowsAsync<ProvisioningException>(() => _client.CommitAsync(Id, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("OK HELLO HWTOKEN 2 BLANK 1.0.0")]
    [InlineData("OK HELLO WORLD")]
    public async Task Another_protocol_is_told_as_such(string greeting)
    {
        _line.Answer(greeting);
        var e = await Assert.ThrowsAsync<ProvisioningException>(() => _client.HelloAsync(TestContext.Current.CancellationToken));
        Assert.Equal(ProvisioningFault.WrongProtocol, e.Fault);
    }

    [Fact]
    public async Task A_look_without_answer_asks_once()
    {
        Assert.Null(await _client.TryHelloAsync(TestContext.Current.CancellationToken));
        Assert.Single(_line.Sent);
    }

    [Fact]
    public async Task A_proof_that_does_not_fit_is_told_and_nothing_is_committed()
    {
        _line.Answer("OK BEGIN " + Id).Answer("OK KEY SECRET 0").Answer("OK KEY ADMIN 0").Answer("OK TIME 1767225600").Answer("OK CHECK " + new string('0', 64));
        var credential = new NewCredential(Id, new OtpParameters(OtpType.Hotp, OtpAlgorithm.Sha1, 6, 30, 0), new byte[20], new byte[32]);
        var e = await Assert.ThrowsAsync<ProvisioningException>(() => _client.WriteAsync(credential, DateTimeOffset.FromUnixTimeSeconds(1767225600), TestContext.Current.CancellationToken));
        Assert.Equal(ProvisioningFault.ProofMismatch, e.Fault);
        Assert.DoesNotContain("COMMIT", _line.Sent);
    }

    [Fact]
    public async Task Key_lines_are_what_the_codec_makes()
    {
        byte[] secret = [.. Enumerable.Range(0, 64).Select(i => (byte)(i * 3))];
        _line.Answer("OK BEGIN " + Id).Answer("OK KEY SECRET 0").Answer("OK KEY SECRET 32");
        var credential = new NewCredential(Id, new OtpParameters(OtpType.Hotp, OtpAlgorithm.Sha512, 6, 30, 0), secret, new byte[32]);
        await Assert.ThrowsAsync<ProvisioningException>(() => _client.WriteAsync(credential, DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken));
        Assert.Equal($"BEGIN {Id} HOTP SHA512 6 30 0 64", _line.Sent[0]);
        Assert.Equal("KEY SECRET 0 " + Convert.ToHexString(secret[..32]), _line.Sent[1]);
        Assert.Equal("KEY SECRET 32 " + Convert.ToHexString(secret[32..]), _line.Sent[2]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_noisy_line_to_a_real_token_ends_in_the_right_credential_or_a_clear_error(int seed)
    {
        using var jig = new Jig(seed);
        var token = new BenchToken();
        jig.Insert(token);
        jig.NoisePerMille = 60;
        jig.LossPerMille = 30;
        await using LineTransport line = await TcpLineTransport.ConnectAsync(System.Net.IPEndPoint.Parse(jig.Port["tcp:".Length..]), TestContext.Current.CancellationToken);
        var client = new ProvisioningClient(line, TimeSpan.FromMilliseconds(80));
        byte[] secret = [.. Enumerable.Range(0, 20).Select(i => (byte)(i + seed))];
        var credential = new NewCredential(Id, new OtpParameters(OtpType.Totp, OtpAlgorithm.Sha1, 6, 30, 0), secret, new byte[32]);
        try
        {
            await client.ProvisionAsync(credential, DateTimeOffset.FromUnixTimeSeconds(1767225600), TestContext.Current.CancellationToken);
            Assert.Equal(secret, token.Credential!.Secret);
        }
        catch (ProvisioningException)
        {
            Assert.True(token.Credential is null || token.Credential.Secret.SequenceEqual(secret));
        }
    }

    [Fact]
    public async Task A_locked_token_is_set_asked_and_erased_with_its_admin_key_alone()
    {
        using var jig = new Jig(1);
        jig.Insert(new BenchToken());
        await using LineTransport line = await TcpLineTransport.ConnectAsync(System.Net.IPEndPoint.Parse(jig.Port["tcp:".Length..]), TestContext.Current.CancellationToken);
        var client = new ProvisioningClient(line);
        byte[] admin = AdminKey.Derive(new byte[32], Id);
        var at = DateTimeOffset.FromUnixTimeSeconds(1767225600);
        await client.ProvisionAsync(new NewCredential(Id, new OtpParameters(OtpType.Totp, OtpAlgorithm.Sha1, 6, 30, 0), new byte[20], admin), at, TestContext.Current.CancellationToken);

        var wrong = await Assert.ThrowsAsync<ProvisioningException>(() => client.EraseAsync(new byte[32], TestContext.Current.CancellationToken));
        Assert.Equal(LineError.NotAuthorised, wrong.Error);
        await client.SetTimeAsync(admin, at.AddDays(1), TestContext.Current.CancellationToken);
        Assert.InRange(await client.GetTimeAsync(TestContext.Current.CancellationToken), at.AddDays(1), at.AddDays(1).AddMinutes(10));
        Assert.Equal(TokenClock.Running, (await client.StatusAsync(TestContext.Current.CancellationToken)).Clock);
        await client.EraseAsync(admin, TestContext.Current.CancellationToken);
        Assert.False((await client.HelloAsync(TestContext.Current.CancellationToken)).IsLocked);
    }
}
