using HwToken.Core.Line;

namespace HwToken.Provisioning.Tests;

public sealed class LineExchangeTests
{
    private readonly ScriptedTransport _line = new();
    private readonly LineExchange _exchange;

    public LineExchangeTests() => _exchange = new LineExchange(_line, TimeSpan.FromMilliseconds(1));

    [Fact]
    public async Task The_words_after_the_echo_are_the_answer()
    {
        _line.Answer("OK CODE 5 012345");
        Assert.Equal(["5", "012345"], await _exchange.SendAsync("CODE 0", "CODE", cancel: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_lost_answer_makes_the_command_go_again()
    {
        _line.Silence().Silence().Answer("OK CHECK AB");
        Assert.Equal(["AB"], await _exchange.SendAsync("CHECK", "CHECK", cancel: TestContext.Current.CancellationToken));
        Assert.Equal(3, _line.Sent.Count);
    }

    [Fact]
    public async Task A_damaged_answer_makes_the_command_go_again()
    {
        _line.Damaged("OK CHECK AB").Answer("OK CHECK AB");
        Assert.Equal(["AB"], await _exchange.SendAsync("CHECK", "CHECK", cancel: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_command_that_the_token_saw_damaged_goes_again()
    {
        _line.Answer(LineReply.Error(LineError.DamagedLine)).Answer("OK CHECK AB");
        Assert.Equal(["AB"], await _exchange.SendAsync("CHECK", "CHECK", cancel: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_duplicated_answer_is_not_taken_for_the_next_one()
    {
        _line.Answer("OK KEY SECRET 0", "OK KEY SECRET 0").Answer("OK KEY SECRET 32");
        await _exchange.SendAsync("KEY SECRET 0 00", "KEY SECRET 0", cancel: TestContext.Current.CancellationToken);
        Assert.Empty(await _exchange.SendAsync("KEY SECRET 32 00", "KEY SECRET 32", cancel: TestContext.Current.CancellationToken));
        Assert.Equal(2, _line.Sent.Count);
    }

    [Fact]
    public async Task A_late_answer_to_something_older_is_passed_over()
    {
        _line.AnswerLate("OK BEGIN DPHT00000001").Answer("OK BEGIN DPHT00000001").Answer("OK TIME 5");
        await _exchange.SendAsync("BEGIN …", "BEGIN DPHT00000001", cancel: TestContext.Current.CancellationToken);
        Assert.Empty(await _exchange.SendAsync("TIME 5", "TIME 5", cancel: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Comments_and_foreign_lines_are_passed_over()
    {
        _line.Answer("# booting", "OK SOMETHING", "OK HELLO x");
        Assert.Equal(["x"], await _exchange.SendAsync("HELLO", "HELLO", cancel: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_echo_counts_as_a_whole_word_only()
    {
        _line.Answer("OK KEY SECRET 320", "OK KEY SECRET 32");
        Assert.Empty(await _exchange.SendAsync("KEY SECRET 32 00", "KEY SECRET 32", cancel: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Silence_is_told_as_no_answer_after_four_attempts()
    {
        var e = await Assert.ThrowsAsync<ProvisioningException>(() => _exchange.SendAsync("HELLO", "HELLO", cancel: TestContext.Current.CancellationToken));
        Assert.Equal(ProvisioningFault.NoAnswer, e.Fault);
        Assert.Equal(LineExchange.Attempts, _line.Sent.Count);
    }

    [Fact]
    public async Task Damage_that_stays_is_told_as_damage()
    {
        _line.Damaged("OK HELLO x").Damaged("OK HELLO x").Damaged("OK HELLO x").Damaged("OK HELLO x");
        var e = await Assert.ThrowsAsync<ProvisioningException>(() => _exchange.SendAsync("HELLO", "HELLO", cancel: TestContext.Current.CancellationToken));
        Assert.Equal(ProvisioningFault.DamagedLines, e.Fault);
    }

    [Theory]
    [InlineData(LineError.Locked, ProvisioningFault.AlreadyLocked)]
    [InlineData(LineError.Store, ProvisioningFault.Refused)]
    [InlineData(LineError.OutOfOrder, ProvisioningFault.Refused)]
    public async Task A_refusal_is_final_and_keeps_the_tokens_number(LineError error, ProvisioningFault fault)
    {
        _line.Answer(LineReply.Error(error));
        var e = await Assert.ThrowsAsync<ProvisioningException>(() => _exchange.SendAsync("COMMIT", "COMMIT", cancel: TestContext.Current.CancellationToken));
        Assert.Equal(fault, e.Fault);
        Assert.Equal(error, e.Error);
        Assert.Single(_line.Sent);
    }

    [Fact]
    public async Task A_line_that_is_gone_is_no_silence()
    {
        _line.Gone();
        await Assert.ThrowsAsync<IOException>(() => _exchange.SendAsync("HELLO", "HELLO", cancel: TestContext.Current.CancellationToken));
    }
}
