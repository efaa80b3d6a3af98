using HwToken.Service.Portal.Web;
using HwToken.Validation;
using HwToken.Validation.Rules;

namespace HwToken.Service.Portal.Desk;

/// <summary>The desk's words for states and verbs.</summary>
internal static class DeskWords
{
    /// <summary>Characters of an ID that confirm what cannot be taken back.</summary>
    private const int Confirmation = 4;

    public static string State(LocalText text, CredentialView credential) => credential.State switch
    {
        CredentialState.Revoked => text.In("失効", "revoked"),
        CredentialState.Suspended => text.In("一時停止", "suspended"),
        _ when credential.IsLocked => text.In("ロック", "locked"),
        CredentialState.Active => text.In("有効", "active"),
        _ => text.In("利用登録前", "not registered"),
    };

    public static string StateKey(CredentialView credential) =>
        credential is { IsLocked: true, State: CredentialState.Active or CredentialState.Inactive } ? "locked" : credential.State.ToString().ToLowerInvariant();

    public static string Verb(LocalText text, DeskVerb verb) => verb switch
    {
        DeskVerb.Unlock => text.In("ロックを解除する", "Unlock"),
        DeskVerb.Suspend => text.In("一時停止する", "Suspend"),
        DeskVerb.Resume => text.In("再開する", "Resume"),
        _ => text.In("失効させる", "Revoke for good"),
    };

    /// <summary>What was done, in Japanese and in English.</summary>
    public static (string Japanese, string English) Done(DeskVerb verb) => verb switch
    {
        DeskVerb.Unlock => ("ロックを解除しました。", "The token is unlocked."),
        DeskVerb.Suspend => ("一時停止しました。見つかったときは、この画面で再開できます。", "The token is suspended. If it is found, resume it here."),
        DeskVerb.Resume => ("再開しました。", "The token works again."),
        _ => ("失効させました。このトークンは二度と使えません。", "The token is revoked and never works again."),
    };

    /// <summary>Whether the end of the ID was typed.</summary>
    public static bool IsConfirmed(string id, string typed) => id.Length >= Confirmation && Pskc.AnyCredentialId.Fold(typed) == id[^Confirmation..];
}
