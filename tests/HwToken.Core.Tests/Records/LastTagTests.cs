using HwToken.Core.Records;

namespace HwToken.Core.Tests.Records;

/// <summary>The tag of the last code: kept with the state, forgotten when the state moves on without a code.</summary>
public sealed class LastTagTests
{
    [Theory]
    [InlineData(0u, 0)]
    [InlineData(755224u, 34328)]
    [InlineData(99999999u, 57599)]
    public void It_is_the_low_16_bits_and_survives_the_payload(uint code, int tag)
    {
        OtpState state = OtpState.Read(OtpState.Issued(4, 5, true).Tagged(code).ToPayload());
        Assert.Equal(tag, state.LastTag);
        Assert.Equal(tag, state.WithoutHoldOff().LastTag);
        Assert.Equal((5UL, 5L, true, true), (state.NextFactor, state.IssuedAt, state.IsIssued, state.IsHoldOffOpen));
    }

    [Fact]
    public void A_state_that_was_moved_on_has_none()
    {
        OtpState state = OtpState.Issued(4, 5, true).Tagged(755224);
        Assert.Equal(OtpState.NoTag, OtpState.Read(state.SkippedTo(7).ToPayload()).LastTag);
        Assert.Equal(OtpState.NoTag, OtpState.Fresh(0).LastTag);
    }
}
