using HwToken.Core.Otp;
using HwToken.Pskc;
using HwToken.Rack;
using HwToken.Rack.Seeds;
using HwToken.Simulator.Clocks;
using HwToken.Simulator.Fleets;
using HwToken.Simulator.Leases;

namespace HwToken.Testing.Simulators;

/// <summary>Tokens in this process: nothing is written anywhere, and nothing outlives it.</summary>
internal sealed class InProcessSimulator : ISimulator
{
    /// <summary>A lease ends with its token or with the process: nobody else waits for it.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private readonly OtpSimulatorOptions _options;
    private readonly LeaseDesk _desk;

    public InProcessSimulator(OtpSimulatorOptions options)
    {
        _options = options;
        var clock = new SharedClock(options.TrueTime);
        _desk = new LeaseDesk(new MemoryLedger(), clock);
        Clock = new InProcessClock(clock);
    }

    public OtpClock Clock { get; }

    public Task FillAsync(string pool, OtpType type, int count, CancellationToken cancel) => AddAsync(pool, RandomTokens.Make(type, count));

    public Task<int> FillAsync(string pool, string seeds, string? key, string? passphrase, CancellationToken cancel)
    {
        try
        {
            return AddAsync(pool, SeedText.Read(seeds, key, passphrase));
        }
        catch (RefusalException e)
        {
            throw new OtpException(OtpFault.BadInput, e.Message, inner: e);
        }
    }

    public Task<IReadOnlyList<OtpSecret>> SecretsAsync(string pool, CancellationToken cancel) =>
        AskAsync(pool, null, () => Task.FromResult<IReadOnlyList<OtpSecret>>([.. _desk.TokensOf(pool).Select(Tell)]));

    public Task<LeasedToken> LeaseAsync(string pool, CancellationToken cancel) => AskAsync(pool, null, async () =>
    {
        Lease lease = await _desk.AcquireAsync(new LeaseAsk(pool) { Lifetime = Lifetime, Wait = _options.LeaseWait, InHand = _options.InHand }, cancel).ConfigureAwait(false);
        OtpParameters parameters = lease.Token.Parameters;
        TimeSpan? period = parameters.Type == OtpType.Totp ? TimeSpan.FromSeconds(parameters.PeriodSeconds) : null;
        return new LeasedToken(lease.Id, pool, lease.Token.Id, parameters.Type, parameters.Digits, period);
    });

    public Task<OtpCode> CodeAsync(LeasedToken lease, bool isPressed, CancellationToken cancel) => AskAsync(lease.Pool, lease.CredentialId, async () =>
    {
        var ask = new CodeAsk { IsPressed = isPressed, Margin = _options.MarginOf(lease.Period), Wait = _options.CodeWait };
        LeasedCode code = await _desk.CodeAsync(lease.Id, ask, cancel).ConfigureAwait(false);
        return new OtpCode(code.Code, code.CredentialId, code.Type, code.MovingFactor, code.At, code.StepEnds, code.IsPressed);
    });

    public Task<OtpSecret> SecretAsync(LeasedToken lease, CancellationToken cancel) =>
        AskAsync(lease.Pool, lease.CredentialId, () => Task.FromResult(Tell(_desk.Lease(lease.Id).Token)));

    public Task ArrivedAsync(LeasedToken lease, CancellationToken cancel) => AskAsync(lease.Pool, lease.CredentialId, () => _desk.RenewAsync(lease.Id, Lifetime, hasArrived: true));

    public async Task ReleaseAsync(LeasedToken lease, bool dropsPool)
    {
        try
        {
            await (dropsPool ? _desk.DropAsync(lease.Pool) : _desk.ReleaseAsync(lease.Id)).ConfigureAwait(false);
        }
        catch (LeaseException e) when (e.Fault is LeaseFault.NoSuchLease or LeaseFault.NoSuchPool)
        {
            // It is over already.
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static OtpSecret Tell(FleetToken token)
    {
        ulong counter = token.Parameters.Type == OtpType.Hotp ? token.NextFactor : 0;
        return new OtpSecret(token.Id, OtpauthUri.Write("HwToken test", token.Id, token.Parameters, counter, token.Secret.ToArray()));
    }

    private Task<int> AddAsync(string pool, IReadOnlyList<FleetToken> tokens) => AskAsync(pool, null, () => _desk.AddAsync(pool, tokens));

    private static async Task<T> AskAsync<T>(string pool, string? credentialId, Func<Task<T>> ask)
    {
        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (LeaseException e)
        {
            throw FaultWords.Of(e, pool, credentialId);
        }
    }
}
