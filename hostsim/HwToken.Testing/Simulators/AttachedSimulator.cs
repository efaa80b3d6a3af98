using HwToken.Core.Otp;

namespace HwToken.Testing.Simulators;

/// <summary>Tokens of a simulator elsewhere, over its API (<c>/sim/v1</c>).</summary>
internal sealed class AttachedSimulator : ISimulator
{
    /// <summary>A program that died gives its tokens back after so long.</summary>
    private const int LeaseSeconds = 120;

    private readonly OtpSimulatorOptions _options;
    private readonly SimulatorCalls _calls;
    private readonly LeaseKeeper _keeper;

    public AttachedSimulator(Uri url, OtpSimulatorOptions options)
    {
        _options = options;
        _calls = new SimulatorCalls(url);
        _keeper = new LeaseKeeper(options.TrueTime, TimeSpan.FromSeconds(LeaseSeconds / 4), (lease, cancel) => RenewAsync(lease, arrived: false, cancel));
        Clock = new AttachedClock(_calls);
    }

    public OtpClock Clock { get; }

    public Task FillAsync(string pool, OtpType type, int count, CancellationToken cancel) =>
        SendAsync<Nothing>(HttpMethod.Post, "pools", new { name = pool, random = OtpWords.Of(type), count }, new LeasedTokenNames(pool), TimeSpan.Zero, cancel);

    public async Task<int> FillAsync(string pool, string seeds, string? key, string? passphrase, CancellationToken cancel) =>
        (await SendAsync<Filled>(HttpMethod.Post, "pools", new { name = pool, seeds, key, passphrase }, new LeasedTokenNames(pool), TimeSpan.Zero, cancel).ConfigureAwait(false)).Added;

    public async Task<IReadOnlyList<OtpSecret>> SecretsAsync(string pool, CancellationToken cancel) =>
        await SendAsync<OtpSecret[]>(HttpMethod.Post, $"pools/{pool}/secrets", null, new LeasedTokenNames(pool), TimeSpan.Zero, cancel).ConfigureAwait(false);

    public async Task<LeasedToken> LeaseAsync(string pool, CancellationToken cancel)
    {
        var ask = new { pool, seconds = LeaseSeconds, wait = Seconds(_options.LeaseWait), inHand = Seconds(_options.InHand) };
        Lease lease = await SendAsync<Lease>(HttpMethod.Post, "leases", ask, new LeasedTokenNames(pool), _options.LeaseWait, cancel).ConfigureAwait(false);
        var leased = new LeasedToken(lease.Id, pool, lease.CredentialId, TypeOf(lease.Type), lease.Digits, lease.Period is { } period ? TimeSpan.FromSeconds(period) : null);
        _keeper.Keep(leased);
        return leased;
    }

    public async Task<OtpCode> CodeAsync(LeasedToken lease, bool isPressed, CancellationToken cancel)
    {
        var ask = new { pressed = isPressed, margin = Seconds(_options.MarginOf(lease.Period)), wait = Seconds(_options.CodeWait) };
        Code code = await SendAsync<Code>(HttpMethod.Post, $"leases/{lease.Id}/code", ask, Names(lease), _options.CodeWait, cancel).ConfigureAwait(false);
        return new OtpCode(code.Value, code.CredentialId, TypeOf(code.Type), code.MovingFactor, code.At, code.StepEnds, code.Pressed);
    }

    public Task<OtpSecret> SecretAsync(LeasedToken lease, CancellationToken cancel) =>
        SendAsync<OtpSecret>(HttpMethod.Post, $"leases/{lease.Id}/secret", null, Names(lease), TimeSpan.Zero, cancel);

    public Task ArrivedAsync(LeasedToken lease, CancellationToken cancel) => RenewAsync(lease, arrived: true, cancel);

    public async Task ReleaseAsync(LeasedToken lease, bool dropsPool)
    {
        _keeper.Forget(lease);
        try
        {
            string path = dropsPool ? $"pools/{lease.Pool}" : $"leases/{lease.Id}";
            await SendAsync<Nothing>(HttpMethod.Delete, path, null, Names(lease), TimeSpan.Zero, CancellationToken.None).ConfigureAwait(false);
        }
        catch (OtpException e) when (e.Fault is OtpFault.LeaseOver or OtpFault.NoSuchPool or OtpFault.Unreachable)
        {
            // It is over already.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _keeper.DisposeAsync().ConfigureAwait(false);
        _calls.Dispose();
    }

    private static LeasedTokenNames Names(LeasedToken lease) => new(lease.Pool, lease.CredentialId);

    private static int Seconds(TimeSpan span) => (int)Math.Ceiling(span.TotalSeconds);

    private static OtpType TypeOf(string word) => OtpWords.TryParse(word, out OtpType type) ? type : throw new System.Text.Json.JsonException("type");

    private Task<Nothing> RenewAsync(LeasedToken lease, bool arrived, CancellationToken cancel) =>
        SendAsync<Nothing>(HttpMethod.Post, $"leases/{lease.Id}/renew", new { seconds = LeaseSeconds, arrived }, Names(lease), TimeSpan.Zero, cancel);

    private Task<T> SendAsync<T>(HttpMethod method, string path, object? body, LeasedTokenNames about, TimeSpan wait, CancellationToken cancel) =>
        _calls.SendAsync<T>(method, path, body, about, wait, cancel);

    private sealed record Filled(int Added);

    private sealed record Lease(string Id, string CredentialId, string Type, int Digits, int? Period);

    private sealed record Code([property: System.Text.Json.Serialization.JsonPropertyName("code")] string Value, string CredentialId, string Type, ulong MovingFactor, DateTimeOffset At, DateTimeOffset? StepEnds, bool Pressed);
}
