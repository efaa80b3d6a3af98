using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using HwToken.Core.Otp;
using HwToken.HostSim.Serving;
using HwToken.Pskc;
using HwToken.Simulator.Fleets;
using HwToken.Simulator.Leases;
using HwToken.Validation;
using HwToken.Validation.Import;
using HwToken.Validation.Outcomes;

namespace HwToken.HostSim.Tests.Serving;

/// <summary>What leases are for: many workers sign in at one service at once.</summary>
public sealed class LeasedSignInTests : IDisposable
{
    private const int Workers = 16;
    private const int SignIns = 1000;

    private readonly TempFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task Sixteen_workers_sign_in_a_thousand_times_on_the_shared_clock_and_no_code_is_refused_or_told_twice()
    {
        await using ServeHost host = await ServeHost.StartAsync(new ServeSettings(new Uri("http://127.0.0.1:0"), new ValidationOptions { DataFolder = data.Path }), TestContext.Current.CancellationToken);
        LeaseDesk desk = host.Simulation!.Desk;
        host.Simulation.Clock.Set(null, rate: 0);
        var parameters = new OtpParameters(OtpType.Totp, OtpAlgorithm.Sha1, 6, OtpParameters.DefaultPeriodSeconds, 0);
        FleetToken[] tokens = [.. Enumerable.Range(0, Workers).Select(number => new FleetToken($"DPHT{number:D8}", parameters, RandomNumberGenerator.GetBytes(20)))];
        await ImportAsync(host.Service.System.Importer, tokens);
        await desk.AddAsync("shop", tokens);

        var told = new ConcurrentBag<(string, ulong)>();
        var waits = new ConcurrentBag<double>();
        await Parallel.ForEachAsync(Enumerable.Range(0, SignIns), new ParallelOptions { MaxDegreeOfParallelism = Workers }, async (_, cancel) =>
        {
            // A worker of a busy machine may take its time: nobody moves the clock away from under its code.
            Lease lease = await desk.AcquireAsync(new LeaseAsk("shop") { Wait = TimeSpan.FromMinutes(10), Lifetime = TimeSpan.FromHours(1), InHand = TimeSpan.FromMinutes(10) }, cancel);
            long asked = Stopwatch.GetTimestamp();
            LeasedCode code = await desk.CodeAsync(lease.Id, new CodeAsk { Wait = TimeSpan.FromMinutes(10) }, cancel);
            waits.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            told.Add((code.CredentialId, code.MovingFactor));
            Assert.IsType<AttemptOutcome.Accepted>(await host.Service.System.Service.ValidateAsync(code.CredentialId, code.Code, "test", cancel));
            await desk.ReleaseAsync(lease.Id);
        });

        Assert.Equal(SignIns, told.Distinct().Count());
        double[] sorted = [.. waits.Order()];
        TestContext.Current.TestOutputHelper!.WriteLine($"a code: median {sorted[SignIns / 2]:0.0} ms, p95 {sorted[SignIns * 95 / 100]:0.0} ms, longest {sorted[^1]:0.0} ms");
    }

    private static async Task ImportAsync(ISeedImporter importer, FleetToken[] tokens)
    {
        byte[] key = RandomNumberGenerator.GetBytes(32);
        using var file = new MemoryStream();
        using (var protection = PskcKeySource.PreSharedKey(key))
        using (var writer = new PskcWriter(file, new PskcWriteOptions { Profile = PskcProfile.Strong, Protection = protection }))
        {
            foreach (FleetToken token in tokens)
            {
                using var one = new PskcKey { Id = token.Id, Algorithm = PskcAlgorithm.Totp, PeriodSeconds = token.Parameters.PeriodSeconds, Time = 0, Secret = new PskcSecret(token.Secret) };
                writer.Write(one);
            }

            writer.Complete(new PskcLot { LotId = "SHOP" });
        }

        file.Position = 0;
        using var read = PskcKeySource.PreSharedKey(key);
        Assert.IsNotType<ImportOutcome.Refused>(await importer.ImportAsync(file, new ImportRequest("test", Activate: true, read)));
    }
}
