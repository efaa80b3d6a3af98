using FsCheck.Fluent;
using HwToken.Core.Records;

namespace HwToken.Core.Tests.Records;

public sealed class OtpStateTests
{
    [Fact]
    public void Any_state_comes_back_whatever_happened_to_it()
    {
        var states = from factor in Any.UInt64
                     from at in Any.UInt64
                     from isRtcTime in Gen.Elements(true, false)
                     from history in Gen.Choose(0, 3)
                     select history switch
                     {
                         0 => OtpState.Fresh(factor),
                         1 => OtpState.Issued(factor, (long)at, isRtcTime),
                         2 => OtpState.Issued(factor, (long)at, isRtcTime).WithoutHoldOff(),
                         _ => OtpState.Issued(factor, (long)at, isRtcTime).SkippedTo(ulong.MaxValue),
                     };
        Seeded.Check(states, state => Assert.Equal(Values(state), Values(OtpState.Read(state.ToPayload()))));
    }

    private static (ulong, bool, bool, bool, long) Values(OtpState state)
    {
        return (state.NextFactor, state.IsIssued, state.IsHoldOffOpen, state.IsRtcTime, state.IssuedAt);
    }
}
