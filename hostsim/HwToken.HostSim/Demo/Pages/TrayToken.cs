using HwToken.HostSim.TokenPage.Live;
using HwToken.Simulator.Screens;

namespace HwToken.HostSim.Demo.Pages;

/// <summary>A virtual token as the tray shows it.</summary>
/// <param name="Slot">The token.</param>
/// <param name="CredentialId">Its credential ID; null for a blank one.</param>
/// <param name="Picture">Its panel.</param>
/// <param name="Code">The code on the panel; empty when there is none.</param>
/// <param name="IsOperators">It belongs to the operator.</param>
internal sealed record TrayToken(TokenSlot Slot, string? CredentialId, PanelPicture Picture, string Code, bool IsOperators)
{
    public static TrayToken Of(TokenSlot slot, string operatorsId)
    {
        string? id = slot.Item().CredentialId;
        PanelPicture picture = slot.Picture();
        return new TrayToken(slot, id, picture, ScreenDecoder.Read(picture).Code ?? "", id == operatorsId);
    }
}
