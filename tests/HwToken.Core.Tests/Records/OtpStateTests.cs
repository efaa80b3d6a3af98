using FsCheck.Fluent;
using HwToken.Core.Records;

namespace HwToken.Core.Tests.Records;

public sealed class OtpStateTests
{
    [Fact]
    public void The_first_version_byte_by_byte()
    {
        // Next factor, issued at (2026-01-28T17:03:28Z), flags issued 1 + hold-off 2 + clock chip 4, three reserved bytes.
        OtpState state = OtpState.Issued(0x1122334455667787, 0x697A3F40, true);
        byte[] payload = state.ToPayload();
        Assert.Equal("8877665544332211" + "403F7A6900000000" + "07" + "000000", Convert.ToHexString(payload));
        Assert.Equal(
            "48575301" + "05000000" + Convert.ToHexString(payload) + "A35C82E9",
            Convert.ToHexString(RecordFrame.Encode(OtpState.Kind, 5, payload)));
    }

    [Fact]
    public void Each_flag_has_its_bit()
    {
        Assert.Equal(0, OtpState.Fresh(9).ToPayload()[16]);
        Assert.Equal(3, OtpState.Issued(9, 1, false).ToPayload()[16]);
        Assert.Equal(7, OtpState.Issued(9, 1, true).ToPayload()[16]);
        Assert.Equal(5, OtpState.Issued(9, 1, true).WithoutHoldOff().ToPayload()[16]);
        Assert.Equal(1, OtpState.Issued(9, 1, false).WithoutHoldOff().ToPayload()[16]);
    }

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

    [Fact]
    public void A_fresh_state_has_shown_nothing()
    {
        Assert.Equal((12UL, false, false, false, 0L), Values(OtpState.Fresh(12)));
    }

    [Fact]
    public void A_code_moves_the_state_past_its_factor_and_opens_the_hold_off()
    {
        Assert.Equal((13UL, true, true, false, 99L), Values(OtpState.Issued(12, 99, false)));
    }

    [Fact]
    public void Ending_the_hold_off_changes_nothing_else()
    {
        Assert.Equal((13UL, true, false, true, 99L), Values(OtpState.Issued(12, 99, true).WithoutHoldOff()));
    }

    [Fact]
    public void Skipping_gives_up_the_factors_between_and_ends_the_hold_off()
    {
        Assert.Equal((500UL, true, false, true, 99L), Values(OtpState.Issued(12, 99, true).SkippedTo(500)));
        Assert.Equal((500UL, false, false, false, 0L), Values(OtpState.Fresh(0).SkippedTo(500)));
    }

    private static (ulong, bool, bool, bool, long) Values(OtpState state)
    {
        return (state.NextFactor, state.IsIssued, state.IsHoldOffOpen, state.IsRtcTime, state.IssuedAt);
    }
}
