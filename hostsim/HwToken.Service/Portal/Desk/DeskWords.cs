using HwToken.Service.Portal.Web;
using HwToken.Validation;
using HwToken.Validation.Rules;

namespace HwToken.Service.Portal.Desk;

/// <summary>The desk's words for states and verbs.</summary>
internal static class DeskWords
{
    public static string State(LocalText text, CredentialView credential) => credential.State switch
    {
        CredentialState.Revoked => text.In("失効", "revoked"),
        CredentialState.Suspended => text.In("一時停止", "suspended"),
        _ when credential.IsLocked => text.In("ロック", "locked"),
        CredentialState.Active => text.In("有効", "active"),
        _ => text.In("未登録", "not enrolled"),
    };

    public static string StateKey(CredentialView credential) =>
        credential is { IsLocked: true, State: CredentialState.Active or CredentialState.Inactive } ? "locked" : credential.State.ToString().ToLowerInvariant();

    public static string Verb(LocalText text, DeskVerb verb) => verb switch
    {
        DeskVerb.Unlock => text.In("ロック解除", "Unlock"),
        DeskVerb.Suspend => text.In("一時停止(紛失)", "Suspend (lost)"),
        DeskVerb.Resume => text.In("再開", "Resume"),
        _ => text.In("失効(取消不可)", "Revoke (final)"),
    };
}
