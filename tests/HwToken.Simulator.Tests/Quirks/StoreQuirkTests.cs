using NanoBoard;
using NanoBoard.Chips;
using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Provisioning;
using HwToken.Simulator.Screens;

namespace HwToken.Simulator.Tests.Quirks;

/// <summary>A file may be empty, torn, refused or gone. The token shows an error or skips a code, and never repeats one.</summary>
public class StoreQuirkTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(CutMode.Before)]
    [InlineData(CutMode.After)]
    [InlineData(CutMode.Torn)]
    public async Task A_power_cut_at_any_step_of_provisioning_leaves_a_blank_token_or_a_whole_one(CutMode mode)
    {
        int cut = 0;
        while (await ProvisionWithCutAsync(mode, ++cut))
        {
        }

        output.WriteLine($"{cut - 1} cuts");
        Assert.InRange(cut - 1, 6, 20);
    }

    [Fact]
    public void An_empty_record_is_absent_and_costs_codes_but_repeats_none()
    {
        foreach (string name in new[] { "state-a", "state-b" })
        {
            VirtualToken token = TestTokens.Hotp();
            Assert.Equal(TestTokens.Code(0), token.Press().Code);
            token.Advance(TimeSpan.FromSeconds(33));
            token.Board.Flash.Truncate(name, 0);
            string? code = token.Press().Code;
            Assert.Contains(code, new ulong[] { 1UL, 2, 3 }.Select(TestTokens.Code));
        }
    }

    [Fact]
    public void A_flash_that_refuses_writes_gives_e2_and_no_code()
    {
        VirtualToken token = TestTokens.Hotp();
        token.Board.Flash.FailWrites = true;
        for (int press = 0; press < 3; press++)
        {
            ScreenReading screen = token.Press();
            Assert.Equal((2, null), (screen.Error, screen.Code));
            Assert.Equal(0UL, token.StoredState!.NextFactor);
            token.Advance(TimeSpan.FromSeconds(15));
        }

        token.Board.Flash.FailWrites = false;
        Assert.Equal(TestTokens.Code(0), token.Press().Code);
    }

    [Fact]
    public void A_full_volume_gives_e2_and_no_code()
    {
        var options = new BoardOptions { StartsAt = TestTokens.Start };
        VirtualToken token = TestTokens.Hotp(options);
        token.Board.Flash.WriteFile("ballast", new byte[options.FlashCapacity - token.Board.Flash.UsedBytes]);
        token.Board.Flash.Truncate("state-a", 1);
        token.Board.Flash.Truncate("state-b", 1);
        token.Board.Flash.WriteFile("ballast", new byte[options.FlashCapacity]);
        Assert.Null(token.Press().Code);
        Assert.Equal(BoardState.Asleep, token.Board.State);
    }

    [Fact]
    public void A_record_with_a_right_checksum_and_damaged_content_does_not_hang_the_token()
    {
        VirtualToken token = TestTokens.Hotp();
        FlashSnapshot whole = token.Board.Flash.Snapshot();
        for (int at = 0; at < Credential.PayloadBytes; at++)
        {
            token.Board.Flash.Restore(whole);
            foreach (string name in new[] { "credential-a", "credential-b" })
            {
                Rewrite(token, name, Credential.Kind, Credential.PayloadBytes, at);
            }

            foreach (string name in new[] { "state-a", "state-b" })
            {
                Rewrite(token, name, OtpState.Kind, OtpState.PayloadBytes, at % OtpState.PayloadBytes);
            }

            token.Board.Reset();
            token.Advance(TimeSpan.FromSeconds(5));
            token.Press();
            token.Hold(TimeSpan.FromSeconds(3));
            Assert.Null(token.Board.FirmwareException);
            Assert.NotEqual(BoardState.Hung, token.Board.State);
            Assert.Empty(token.Board.Misuses);
        }
    }

    [Fact]
    public async Task A_volume_that_was_formatted_behind_its_back_is_a_blank_token_that_can_be_provisioned_again()
    {
        VirtualToken token = TestTokens.Hotp();
        token.Board.Flash.FailMount();
        Assert.Equal("NO KEY", token.Press().Lines[0]);
        await new ProvisioningClient(token.Wire).ProvisionAsync(TestTokens.Credential(OtpType.Hotp), token.Now);
        token.FallAsleep();
        Assert.Equal(TestTokens.Code(0), token.Press().Code);
    }

    /// <summary>Turns all bits of a byte of the content over and makes the checksum right again.</summary>
    private static void Rewrite(VirtualToken token, string name, char kind, int payloadBytes, int at)
    {
        Assert.True(RecordFrame.TryDecode(token.Board.Flash.ReadFile(name), kind, payloadBytes, out uint sequence, out byte[] payload));
        payload[at] ^= 0xFF;
        token.Board.Flash.WriteFile(name, RecordFrame.Encode(kind, sequence, payload));
    }

    /// <returns>False when provisioning made fewer flash operations than that: all cuts are done.</returns>
    private static async Task<bool> ProvisionWithCutAsync(CutMode mode, int cut)
    {
        var token = new VirtualToken(new BoardOptions { StartsAt = TestTokens.Start });
        token.PowerOn();
        token.Board.Faults.CutPowerAtFlashOperation(cut, mode);
        NewCredential credential = TestTokens.Credential(OtpType.Hotp);
        try
        {
            await new ProvisioningClient(token.Wire, TimeSpan.FromMilliseconds(300)).ProvisionAsync(credential, token.Now);
        }
        catch (ProvisioningException)
        {
            Assert.Equal(BoardState.Off, token.Board.State);
        }

        bool wasCut = token.Board.State == BoardState.Off;
        token.Board.Faults.CancelCut();
        token.PowerOn();
        if (token.StoredCredential is null)
        {
            Assert.Equal("NO KEY", token.Read().Lines[0]);
            await new ProvisioningClient(token.Wire).ProvisionAsync(credential, token.Now);
        }

        token.FallAsleep();
        Assert.Equal(TestTokens.Secret, token.StoredCredential!.Secret);
        Assert.Contains(token.Press().Code, new ulong[] { 0UL, 1, 2 }.Select(TestTokens.Code));
        return wasCut;
    }
}
