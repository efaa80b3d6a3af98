using HwToken.HostSim.Portal.Html;
using HwToken.HostSim.Portal.Web;
using HwToken.Validation;
using HwToken.Validation.Errors;
using HwToken.Validation.Outcomes;

namespace HwToken.HostSim.Portal.Desk;

/// <summary>Replaces a lost or broken token: the new one is enrolled and the old one revoked, both or neither.</summary>
internal static class ReplacePage
{
    public const string Path = "/desk/replace";

    public static Task<PageAnswer> GetAsync(PageRequest request, DeskSession session) => Task.FromResult(Show(request, session, Markup.None, StatusCodes.Status200OK));

    public static async Task<PageAnswer> PostAsync(PageRequest request, DeskSession session)
    {
        Say say = request.Say;
        ReplaceResult result = await request.The<CredentialDesk>().ReplaceAsync(
            request.Field("old"), request.Field("new"), request.Field("code"), null, session.Actor, request.Cancel).ConfigureAwait(false);
        if (result.Outcome is AttemptOutcome.Rejected rejected)
        {
            ServiceError error = ErrorTable.Of(rejected.Reason);
            return Show(request, session, Notices.Error(say, error, result.CredentialId), error.HttpStatus);
        }

        return Show(request, session, Notices.Good(say.In($"交換しました。新しいトークン: {result.CredentialId}", $"Replaced. The new token is {result.CredentialId}.")), StatusCodes.Status200OK);
    }

    private static PageAnswer Show(PageRequest request, DeskSession session, Markup notice, int status)
    {
        Say say = request.Say;
        Markup fields = Markup.Of($"""
            {Fields.CredentialId(say, "old", say.In("旧トークンのクレデンシャルID", "Credential ID of the old token"))}
            {Fields.CredentialId(say, "new", say.In("新トークンのクレデンシャルID", "Credential ID of the new token"))}
            {Fields.Code(say, "code", say.In("新トークンのコード", "Code of the new token"))}
            <div class="buttons">{Fields.Submit(say.In("交換して旧トークンを失効させる", "Replace, and revoke the old one"), "danger")}</div>
            """);
        return DeskFrame.Show(request, session, say.In("トークンの交換", "Replace a token"), Markup.Of($"{notice}{request.FormTo(Path, fields)}"), status);
    }
}
