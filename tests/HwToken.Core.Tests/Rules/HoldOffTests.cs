using HwToken.Core.Rules;

namespace HwToken.Core.Tests.Rules;

public sealed class HoldOffTests
{
    [Theory]
    [InlineData(1000, 1000, 30)]
    [InlineData(1000, 1001, 29)]
    [InlineData(1000, 1015, 15)]
    [InlineData(1000, 1029, 1)]
    [InlineData(1000, 1030, 0)]
    [InlineData(1000, 1031, 0)]
    [InlineData(1000, 999, 0)]
    [InlineData(1000, 0, 0)]
    [InlineData(0, 0, 30)]
    [InlineData(0, 29, 1)]
    [InlineData(0, 30, 0)]
    [InlineData(2000000000, 2000000029, 1)]
    [InlineData(4294967296, 4294967297, 29)]
    [InlineData(1000, 4294968296, 0)]
    [InlineData(0, long.MaxValue, 0)]
    [InlineData(long.MaxValue, 0, 0)]
    public void The_seconds_that_are_left(long issuedAt, long now, int left)
    {
        Assert.Equal(left, HoldOff.SecondsLeft(issuedAt, now));
    }

    [Fact]
    public void It_lasts_thirty_seconds()
    {
        Assert.Equal(30, HoldOff.Seconds);
        Assert.Equal(30, Enumerable.Range(-60, 200).Count(now => HoldOff.SecondsLeft(0, now) > 0));
    }
}
