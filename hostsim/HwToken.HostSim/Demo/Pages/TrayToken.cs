using HwToken.HostSim.TokenPage.Contract;
using HwToken.HostSim.TokenPage.Live;
using HwToken.Simulator.Screens;

namespace HwToken.HostSim.Demo.Pages;

/// <summary>A virtual token as the tray shows it.</summary>
/// <param name="Slot">The token.</param>
/// <param name="CredentialId">Its credential ID; null for a blank one.</param>
/// <param name="Picture">Its panel.</param>
/// <param name="Code">The code on the panel; empty when there is none.</param>
/// <param name="Clock">Its clock chip.</param>
/// <param name="IsOperators">It belongs to the operator.</param>
internal sealed record TrayToken(TokenSlot Slot, string? CredentialId, PanelPicture Picture, string Code, RtcState Clock, bool IsOperators)
{
    /// <summary>How far its clock is from another; null when it holds no valid time.</summary>
    public double? SecondsFrom(DateTimeOffset now) =>
        Clock is { Stopped: false, Time: { } time } ? (DateTimeOffset.FromUnixTimeMilliseconds(time) - now).TotalSeconds : null;

    public static TrayToken Of(TokenSlot slot, string operatorsId)
    {
        string? id = slot.Item().CredentialId;
        PanelPicture picture = slot.Picture();
        return new TrayToken(slot, id, picture, ScreenDecoder.Read(picture).Code ?? "", slot.Rtc(), id == operatorsId);
    }
}
