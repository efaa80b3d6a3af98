using HwToken.Simulator.Screens;
using NanoBoard;

namespace HwToken.Simulator.Tests.Bench;

/// <summary>A write that was cut short is mended at the next power-on, before the self-test, and is no reason to return a token.</summary>
public class TornWriteTests
{
    [Theory]
    [InlineData(CutMode.Torn, true)]
    [InlineData(CutMode.Torn, false)]
    [InlineData(CutMode.Before, true)]
    public void The_next_power_on_passes_its_self_test(CutMode mode, bool isHotp)
    {
        VirtualToken token = isHotp ? TestTokens.Hotp() : TestTokens.Totp();
        token.Press();
        token.Advance(TimeSpan.FromSeconds(61));
        token.Board.Faults.CutPowerAtFlashOperation(token.Board.Flash.Operations + 1, mode);
        token.Press();
        Assert.Equal(BoardState.Off, token.Board.State);
        token.PowerOn();
        Assert.Equal("SELF-TEST", token.Read().Lines[0]);
        Assert.Contains("MEMORY  OK", token.Read().Lines);
        token.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(ScreenContent.Code, token.Press().Content);
    }

    [Fact]
    public void A_totp_token_without_a_clock_does_not_blame_its_memory()
    {
        VirtualToken token = TestTokens.Totp();
        token.Board.Flash.Truncate("state-a", 5);
        token.Board.Rtc.Stop();
        token.Board.Reset();
        token.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains("MEMORY  OK", token.Read().Lines);
        Assert.Contains("CLOCK   FAIL", token.Read().Lines);
    }

    [Fact]
    public void A_counter_that_is_lost_is_told_as_a_fault_of_the_memory()
    {
        VirtualToken token = TestTokens.Hotp();
        token.Board.Flash.Truncate("state-a", 0);
        token.Board.Flash.Truncate("state-b", 0);
        token.Board.Reset();
        token.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains("MEMORY  FAIL", token.Read().Lines);
    }

    [Fact]
    public async Task An_erasure_that_flash_refuses_half_way_never_brings_the_credential_back()
    {
        // The second of two provisionings leaves the newest copy in the first file, where a press looks.
        for (int cut = 1; cut <= 3; cut++)
        {
            VirtualToken token = TestTokens.Hotp();
            token.OpenService();
            token.Board.Faults.CutPowerAtFlashOperation(token.Board.Flash.Operations + cut, CutMode.After);
            try
            {
                await new Provisioning.ProvisioningClient(token.Wire, TimeSpan.FromMilliseconds(300)).EraseAsync(TestTokens.AdminKey);
            }
            catch (Provisioning.ProvisioningException)
            {
                Assert.Equal(BoardState.Off, token.Board.State);
            }

            token.Board.Faults.CancelCut();
            token.PowerOn();
            bool isBlank = token.StoredCredential is null;
            token.FallAsleep();
            Assert.Equal(isBlank, token.Press().Lines.Contains("NO KEY"));
        }
    }
}
