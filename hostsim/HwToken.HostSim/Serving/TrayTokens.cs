using HwToken.Demo.Tray;
using HwToken.Simulator.Screens;
using HwToken.TokenPage.Contract;
using HwToken.TokenPage.Live;

namespace HwToken.HostSim.Serving;

/// <summary>The virtual tokens of the rack in the demonstration's tray.</summary>
internal sealed class TrayTokens(TokenRack rack) : ITrayTokens
{
    public IReadOnlyList<ITrayToken> All => [.. rack.Slots.Select(slot => new TrayToken(slot))];

    private sealed class TrayToken(TokenSlot slot) : ITrayToken
    {
        public string Place => slot.Id;

        public string? CredentialId => slot.CredentialId;

        public TrayView Look()
        {
            PanelPicture picture = slot.Picture();
            RtcState clock = slot.Rtc();
            DateTimeOffset? time = clock is { Stopped: false, Time: { } at } ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
            return new TrayView(Svg.Of(picture), ScreenDecoder.Read(picture).Code ?? "", time, clock.Ppm, slot.NoCodeBefore);
        }

        public void Press() => slot.Press();

        public void Skip(TimeSpan span) => slot.Skip(span);

        public void SetClockOff(TimeSpan span) => slot.JumpRtc(span);

        public void SetClockRate(double ppm) => slot.SetRtcPpm(ppm);

        public void Renew() => slot.Renew();

        public void SetRight()
        {
            slot.Follow();
            slot.SetRtcPpm(0);
            slot.SetRtc();
        }
    }
}
