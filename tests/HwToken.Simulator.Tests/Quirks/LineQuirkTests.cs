using NanoBoard;
using HwToken.Core.Otp;
using HwToken.Provisioning;
using HwToken.Simulator.Screens;

namespace HwToken.Simulator.Tests.Quirks;

/// <summary>The serial port throws everything away on overflow, and bits flip on the way. What is not whole gets an ERR and changes nothing.</summary>
public class LineQuirkTests(ITestOutputHelper output)
{
    [Fact]
    public async Task An_overflow_behind_every_command_does_not_keep_a_token_from_being_provisioned_right()
    {
        // Slow flash: while the firmware stores, more comes in than ring and FIFO hold.
        var token = new VirtualToken(new BoardOptions { StartsAt = TestTokens.Start, FlashWriteTime = TimeSpan.FromMilliseconds(40) });
        token.PowerOn();
        NewCredential credential = TestTokens.Credential(OtpType.Hotp);
        await new ProvisioningClient(new FloodingWire(token)).ProvisionAsync(credential, token.Now);
        output.WriteLine($"{token.Board.Counters.UartBytesLost} bytes lost");
        Assert.True(token.Board.Counters.UartBytesLost > 384, "Nothing overflowed: the test shows nothing.");
        token.FallAsleep();
        Assert.Equal(TestTokens.Secret, token.StoredCredential!.Secret);
        Assert.Equal("755224", token.Press().Code);
        Assert.Empty(token.Board.Misuses);
    }

    [Theory]
    [InlineData(0.0005, 10, 10)]
    [InlineData(0.005, 8, 10)]
    [InlineData(0.012, 1, 9)]
    [InlineData(0.05, 0, 2)]
    public async Task A_noisy_line_makes_the_right_token_or_none(double noise, int least, int most)
    {
        int made = 0;
        for (int seed = 1; seed <= 10; seed++)
        {
            var token = new VirtualToken(new BoardOptions { StartsAt = TestTokens.Start, Seed = seed });
            token.PowerOn();
            token.Board.Faults.LineNoise = noise;
            NewCredential credential = TestTokens.Credential(OtpType.Hotp);
            try
            {
                await new ProvisioningClient(token.Wire, TimeSpan.FromMilliseconds(300)).ProvisionAsync(credential, token.Now);
                Assert.NotNull(token.StoredCredential);
                made++;
            }
            catch (ProvisioningException e)
            {
                output.WriteLine($"Seed {seed}: {e.Fault}");
            }

            if (token.StoredCredential is { } stored)
            {
                Assert.Equal(credential.Id, stored.Id);
                Assert.Equal(TestTokens.Secret, stored.Secret);
                Assert.Equal(TestTokens.AdminKey, stored.AdminKey);
            }

            Assert.Empty(token.Board.Misuses);
        }

        output.WriteLine($"{made} of 10 made");
        Assert.InRange(made, least, most);
    }

    [Fact]
    public void A_flood_on_an_open_line_neither_hangs_the_token_nor_wakes_it_when_it_sleeps()
    {
        VirtualToken token = TestTokens.Hotp();
        byte[] flood = [.. Enumerable.Range(0, 20_000).Select(i => (byte)(i * 7))];
        token.Hold(TimeSpan.FromSeconds(10.5));
        token.Board.Uart.HostWrite(flood);
        token.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("755224", token.Press().Code);
        token.Advance(TimeSpan.FromSeconds(33));
        Assert.Equal(ScreenContent.Dark, token.Read().Content);
        long wakes = token.Board.Counters.Wakes;
        token.Board.Uart.HostWrite(flood);
        token.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(wakes, token.Board.Counters.Wakes);
        Assert.Empty(token.Board.Misuses);
    }

    /// <summary>Sends rubbish right behind every command, but not when it is sent again.</summary>
    private sealed class FloodingWire(VirtualToken token) : ILineTransport
    {
        private readonly byte[] _rubbish = [.. Enumerable.Repeat((byte)'x', 700), (byte)'\n'];
        private byte[] _last = [];

        public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
        {
            await token.Wire.WriteAsync(bytes, cancel);
            if (!bytes.Span.SequenceEqual(_last))
            {
                await token.Wire.WriteAsync(_rubbish, cancel);
            }

            _last = bytes.ToArray();
        }

        public ValueTask<int> ReadAsync(Memory<byte> buffer, TimeSpan timeout, CancellationToken cancel) => token.Wire.ReadAsync(buffer, timeout, cancel);
    }
}
