using System.Globalization;
using HwToken.HostSim.Portal.Web;
using HwToken.Validation;
using HwToken.Validation.Rules;

namespace HwToken.HostSim.Portal.Desk;

/// <summary>The desk's words for states, verbs and times.</summary>
internal static class DeskWords
{
    public static string State(Say say, CredentialView credential) => credential.State switch
    {
        CredentialState.Revoked => say.In("失効", "revoked"),
        CredentialState.Suspended => say.In("一時停止", "suspended"),
        _ when credential.IsLocked => say.In("ロック", "locked"),
        CredentialState.Active => say.In("有効", "active"),
        _ => say.In("未登録", "not enrolled"),
    };

    public static string StateKey(CredentialView credential) =>
        credential is { IsLocked: true, State: CredentialState.Active or CredentialState.Inactive } ? "locked" : credential.State.ToString().ToLowerInvariant();

    public static string Verb(Say say, DeskVerb verb) => verb switch
    {
        DeskVerb.Unlock => say.In("ロック解除", "Unlock"),
        DeskVerb.Suspend => say.In("一時停止(紛失)", "Suspend (lost)"),
        DeskVerb.Resume => say.In("再開", "Resume"),
        _ => say.In("失効(取消不可)", "Revoke (final)"),
    };

    public static string Time(DateTimeOffset? moment) => moment is { } at ? Moment(at) + " UTC" : "-";

    /// <summary>UTC, where the heading says so.</summary>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The day alone, UTC.</summary>
    public static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Ppm(double ppm) => ppm.ToString("+0.###;-0.###;0", CultureInfo.InvariantCulture) + " ppm";

    public static string Seconds(double seconds) => seconds.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " s";
}
