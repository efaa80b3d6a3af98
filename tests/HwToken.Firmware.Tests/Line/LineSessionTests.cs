using HwToken.Core.Line;
using HwToken.Core.Otp;
using HwToken.Core.Records;
using HwToken.Core.Text;
using HwToken.Firmware.Board;
using HwToken.Firmware.Store;
using HwToken.Firmware.Tests.Fakes;

namespace HwToken.Firmware.Tests.Line;

public class LineSessionTests
{
    private static readonly string[] Provisioning =
    [
        "BEGIN DPHT00000001 HOTP SHA1 6 30 0 20",
        "KEY SECRET 0 3132333435363738393031323334353637383930",
        "KEY ADMIN 0 0102030405060708090A0B0C0D0E0F10",
        "KEY ADMIN 16 1112131415161718191A1B1C1D1E1F20",
        "TIME 1767225600",
        "CHECK",
        "CODE 0",
        "CODE 2",
        "COMMIT",
    ];

    [Fact]
    public void A_blank_token_is_provisioned_step_by_step()
    {
        var line = new OpenLine(new FakeBoard());
        Assert.Equal(["OK HELLO HWTOKEN 1 BLANK 1.0.0"], line.Say("HELLO"));
        IReadOnlyList<string> replies = line.Say(Provisioning);
        Assert.Equal("OK BEGIN DPHT00000001", replies[0]);
        Assert.Equal("OK CHECK " + Hex.Encode(LineProof.OfCredential(Tokens.Hotp())), replies[5]);
        Assert.Equal(["OK CODE 0 755224", "OK CODE 2 359152", "OK COMMIT DPHT00000001"], replies.Skip(6));
        Assert.Equal(["OK HELLO HWTOKEN 1 LOCKED DPHT00000001 1.0.0"], line.Say("HELLO"));
        Assert.Equal(0ul, line.Records.State.NextFactor);
    }

    [Fact]
    public void Every_command_out_of_order_is_refused_and_changes_nothing()
    {
        foreach (string early in Provisioning.Skip(1))
        {
            var line = new OpenLine(new FakeBoard());
            Assert.Equal(["ERR 5 out of order, start with BEGIN"], line.Say(early));
            Assert.Empty(line.Board.Files.Files);
        }
    }

    [Theory]
    [InlineData("BEGIN DPHT0000001 HOTP SHA1 6 30 0 20")]
    [InlineData("BEGIN dpht00000001 HOTP SHA1 6 30 0 20")]
    [InlineData("BEGIN DPHT00000001 MOTP SHA1 6 30 0 20")]
    [InlineData("BEGIN DPHT00000001 HOTP MD5 6 30 0 20")]
    [InlineData("BEGIN DPHT00000001 HOTP SHA1 5 30 0 20")]
    [InlineData("BEGIN DPHT00000001 HOTP SHA1 9 30 0 20")]
    [InlineData("BEGIN DPHT00000001 TOTP SHA1 6 0 0 20")]
    [InlineData("BEGIN DPHT00000001 TOTP SHA1 6 301 0 20")]
    [InlineData("BEGIN DPHT00000001 TOTP SHA1 6 30 1 20")]
    [InlineData("BEGIN DPHT00000001 HOTP SHA1 6 30 -1 20")]
    [InlineData("BEGIN DPHT00000001 HOTP SHA1 6 30 18446744073709551615 20")]
    [InlineData("BEGIN DPHT00000001 HOTP SHA1 6 30 0 0")]
    [InlineData("BEGIN DPHT00000001 HOTP SHA1 6 30 0 129")]
    [InlineData("BEGIN DPHT00000001 HOTP SHA1 6 30 0 20 more")]
    [InlineData("BEGIN  DPHT00000001 HOTP SHA1 6 30 0 20")]
    [InlineData("BEGIN")]
    [InlineData("HELLO again")]
    public void Bad_arguments_are_refused(string command) => Assert.Equal(["ERR 2 bad arguments"], new OpenLine(new FakeBoard()).Say(command));

    [Theory]
    [InlineData("KEY SECRET 1 AB")]
    [InlineData("KEY SECRET 0 ABC")]
    [InlineData("KEY SECRET 0 XY")]
    [InlineData("KEY SECRET 0")]
    [InlineData("KEY OTHER 0 AB")]
    [InlineData("KEY SECRET 0 0102030405060708090A0B0C0D0E0F101112131415")]
    public void A_key_chunk_with_a_gap_an_overrun_or_a_foreign_sign_is_refused(string command) =>
        Assert.Equal("ERR 2 bad arguments", new OpenLine(new FakeBoard()).Say(Provisioning[0], command)[1]);

    [Fact]
    public void A_repeated_chunk_is_taken_again_but_a_changed_one_is_refused()
    {
        var line = new OpenLine(new FakeBoard());
        IReadOnlyList<string> replies = line.Say(Provisioning[0], Provisioning[1], Provisioning[1], "KEY SECRET 0 FF");
        Assert.Equal(["OK KEY SECRET 0", "OK KEY SECRET 0", "ERR 2 bad arguments"], replies.Skip(1));
    }

    [Fact]
    public void Totp_needs_the_time_and_a_clock_that_takes_it()
    {
        var board = new FakeBoard();
        board.Time.RefusesTime = true;
        string[] commands = [Provisioning[0].Replace("HOTP", "TOTP", StringComparison.Ordinal), .. Provisioning[1..6]];
        IReadOnlyList<string> replies = new OpenLine(board).Say(commands);
        Assert.Equal("ERR 7 clock failed or refused the time", replies[4]);
        Assert.Equal("ERR 5 out of order, start with BEGIN", replies[5]);
    }

    [Fact]
    public void A_damaged_line_gets_an_error_and_changes_nothing()
    {
        var line = new OpenLine(new FakeBoard());
        line.Board.Wire.SendRaw("BEGIN DPHT00000001 HOTP SHA1 6 30 0 20 *00000000\n");
        Assert.Equal(["ERR 3 damaged line, send again"], line.Say());
        line.Board.Wire.SendRaw(new string('x', 500) + "\n");
        Assert.Equal(["ERR 4 line too long"], line.Say());
    }

    [Fact]
    public void A_comment_gets_no_answer() => Assert.Empty(new OpenLine(new FakeBoard()).Say("# hello"));

    [Fact]
    public void What_was_not_committed_is_gone_when_the_line_closes()
    {
        var line = new OpenLine(new FakeBoard());
        line.Say(Provisioning[..^1]);
        line.Reopen();
        Assert.Equal("ERR 5 out of order, start with BEGIN", line.Say("COMMIT")[0]);
        Assert.Null(line.Records.Credential);
    }

    [Fact]
    public void A_locked_token_refuses_to_be_provisioned_and_tells_no_code()
    {
        var line = new OpenLine(Tokens.Locked(Tokens.Hotp()).Board);
        foreach (string command in Provisioning)
        {
            Assert.Equal(["ERR 6 token is locked"], line.Say(command));
        }
    }

    [Fact]
    public void A_locked_token_tells_its_status_and_time()
    {
        var line = new OpenLine(Tokens.Locked(Tokens.Totp()).Board);
        Assert.Equal(["OK STATUS DPHT00000001 TOTP SHA1 6 30 CLOCK 0", "OK GETTIME 1767225600", "OK SELFTEST"], line.Say("STATUS", "GETTIME", "SELFTEST"));
        line.Board.Time.Reading = ClockReading.Failed(ClockFault.Stopped);
        Assert.Equal(["OK STATUS DPHT00000001 TOTP SHA1 6 30 STOPPED 0", "ERR 7 clock failed or refused the time", "ERR 10 self-test failed: clock"], line.Say("STATUS", "GETTIME", "SELFTEST"));
    }

    [Fact]
    public void The_time_is_set_by_whoever_answers_the_challenge()
    {
        var line = new OpenLine(Tokens.Locked(Tokens.Totp(), OtpState.Issued(5, Tokens.ProvisionedAt, true)).Board);
        Assert.Equal(["OK SETTIME 1767229200"], line.Prove("SETTIME 1767229200"));
        Assert.Equal(1767229200, line.Board.Time.Reading.UnixSeconds);
        Assert.False(line.Records.State.IsHoldOffOpen);
    }

    [Fact]
    public void A_challenge_is_good_once_and_for_one_command()
    {
        var line = new OpenLine(Tokens.Locked(Tokens.Totp()).Board);
        string answer = line.Answer("SETTIME 1767229200");
        Assert.Equal(["ERR 9 not authorised"], line.Say("SETTIME 1767229201 " + answer));
        Assert.Equal(["ERR 9 not authorised"], line.Say("SETTIME 1767229200 " + answer));
        answer = line.Answer("SETTIME 1767229200");
        Assert.Equal(["OK SETTIME 1767229200", "ERR 9 not authorised"], line.Say("SETTIME 1767229200 " + answer, "SETTIME 1767229200 " + answer));
        Assert.Equal(["ERR 9 not authorised"], line.Say("ERASE " + line.Answer("SETTIME 1767229200")));
    }

    [Fact]
    public void The_time_never_goes_behind_the_day_of_provisioning() =>
        Assert.Equal(["ERR 7 clock failed or refused the time"], new OpenLine(Tokens.Locked(Tokens.Totp()).Board).Prove("SETTIME 1767225599"));

    [Fact]
    public void An_erased_token_is_blank_and_holds_no_byte_of_its_keys()
    {
        var line = new OpenLine(Tokens.Locked(Tokens.Hotp()).Board);
        Assert.Equal(["OK ERASE"], line.Prove("ERASE"));
        Assert.Equal(["OK HELLO HWTOKEN 1 BLANK 1.0.0"], line.Say("HELLO"));
        string flash = line.Board.Files.Fingerprint();
        Assert.DoesNotContain(Convert.ToHexString(Tokens.Secret), flash, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexString(Tokens.AdminKey), flash, StringComparison.Ordinal);
    }

    [Fact]
    public void The_secret_is_in_no_reply()
    {
        var line = new OpenLine(new FakeBoard());
        string said = string.Join('\n', line.Say([.. Provisioning, "HELLO", "STATUS", "GETTIME", "AUTH", "SELFTEST", "KEY SECRET 0 00", "NONSENSE"]));
        Assert.DoesNotContain("31323334", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("12345678", said, StringComparison.Ordinal);
        Assert.DoesNotContain("01020304", said, StringComparison.Ordinal);
        Assert.DoesNotContain("GEZDGNBV", said, StringComparison.Ordinal);
    }
}
