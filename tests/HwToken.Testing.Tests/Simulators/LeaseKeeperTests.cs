using System.Threading.Channels;
using HwToken.Core.Otp;
using HwToken.Testing.Simulators;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.Testing.Tests.Simulators;

/// <summary>Leases last as long as the program that holds them.</summary>
public sealed class LeaseKeeperTests
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_lease_is_renewed_again_and_again_until_it_is_forgotten_even_if_one_renewal_fails()
    {
        var time = new FakeTimeProvider();
        var renewals = Channel.CreateUnbounded<string>();
        int count = 0;
        await using var keeper = new LeaseKeeper(time, Often, (lease, _) =>
        {
            renewals.Writer.TryWrite(lease.Id);
            return count++ == 0 ? throw new OtpException(OtpFault.Unreachable, "not now") : Task.CompletedTask;
        });
        keeper.Keep(Lease("kept"));
        for (int n = 0; n < 3; n++)
        {
            time.Advance(Often);
            Assert.Equal("kept", await renewals.Reader.ReadAsync(TestContext.Current.CancellationToken));
        }

        keeper.Keep(Lease("other"));
        keeper.Forget(Lease("kept"));
        time.Advance(Often);
        Assert.Equal("other", await renewals.Reader.ReadAsync(TestContext.Current.CancellationToken));
    }

    private static LeasedToken Lease(string id) => new(id, "shop", "DPHT00000001", OtpType.Hotp, 6, null);
}
