using HwToken.Core.Otp;

namespace HwToken.Core.Tests.Otp;

public sealed class TimeStepTests
{
    [Theory]
    [InlineData(0, 30, 0UL, 30)]
    [InlineData(1, 30, 0UL, 29)]
    [InlineData(29, 30, 0UL, 1)]
    [InlineData(30, 30, 1UL, 30)]
    [InlineData(59, 30, 1UL, 1)]
    [InlineData(59, 60, 0UL, 1)]
    [InlineData(60, 60, 1UL, 60)]
    [InlineData(299, 300, 0UL, 1)]
    [InlineData(300, 300, 1UL, 300)]
    [InlineData(1234567890, 1, 1234567890UL, 1)]
    [InlineData(253402300799, 30, 8446743359UL, 1)]
    public void The_step_and_what_is_left_of_it(long unixSeconds, int period, ulong step, int secondsLeft)
    {
        Assert.Equal(step, TimeStep.At(unixSeconds, period));
        Assert.Equal(secondsLeft, TimeStep.SecondsLeft(unixSeconds, period));
    }
}
