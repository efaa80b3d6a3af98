using NanoBoard;
using HwToken.Simulator.Screens;

namespace HwToken.Simulator.Tests;

/// <summary>What a press costs on the interpreter, counted where it dominates: the table in firmware/README.md.</summary>
public class CostTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_press_stays_in_its_budget(bool isHotp)
    {
        VirtualToken token = isHotp ? TestTokens.Hotp() : TestTokens.Totp();
        token.Press();
        token.Advance(TimeSpan.FromSeconds(31));
        BoardCounters counters = token.Board.Counters;
        var before = (counters.I2cTransactions, counters.I2cBytesWritten, counters.I2cBytesRead, counters.FlashOperations, counters.FlashReads, counters.ApiCalls, counters.AwakeTime);
        Assert.Equal(ScreenContent.Code, token.Press().Content);
        long transactions = counters.I2cTransactions - before.I2cTransactions;
        long written = counters.I2cBytesWritten - before.I2cBytesWritten;
        long read = counters.I2cBytesRead - before.I2cBytesRead;
        long files = counters.FlashOperations - before.FlashOperations;
        output.WriteLine($"{(isHotp ? "HOTP" : "TOTP")}: {transactions} I2C transactions, {written} bytes written, {read} read, {files} flash operations, {counters.FlashReads - before.FlashReads} reads, {counters.ApiCalls - before.ApiCalls} API calls, {(counters.AwakeTime - before.AwakeTime).TotalMilliseconds} ms awake");
        Assert.InRange(transactions, 1, 18);
        Assert.InRange(written, 1, 1100);
        Assert.Equal(1, files);
    }
}
