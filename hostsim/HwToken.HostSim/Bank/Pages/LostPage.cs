using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Portal.Html;
using HwToken.HostSim.Portal.Web;
using HwToken.Validation.Errors;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>Lost, stolen, wiped: call at once, and block the sign-in without waiting for the line.</summary>
internal static class LostPage
{
    public const string Path = "/bank/lost";

    public static Task<PageAnswer> GetAsync(PageRequest request) => Task.FromResult(Show(request, Markup.None, StatusCodes.Status200OK));

    public static Task<PageAnswer> PostAsync(PageRequest request)
    {
        Say say = request.Say;
        (Customer? customer, ServiceError? error) = SignInPage.Identify(request);
        if (customer is null)
        {
            return Task.FromResult(Show(request, Notices.Error(say, error!), error!.HttpStatus));
        }

        request.The<CustomerBook>().ReportLost(customer.Id);
        return Task.FromResult(PageAnswer.Show(Title(say), Markup.Of($"""
            <h1>{Title(say)}</h1>{Notices.Good(say.In("サインインを停止しました。続けてサービスデスクにお電話ください。", "Your sign-in is blocked. Now call the service desk."))}
            {Call(say)}
            """)));
    }

    private static PageAnswer Show(PageRequest request, Markup notice, int status)
    {
        Say say = request.Say;
        Markup fields = Markup.Of($"{SignInPage.Credentials(say)}<div class=\"buttons\">{Fields.Submit(say.In("サインインを停止する", "Block my sign-in"), "danger")}</div>");
        return PageAnswer.Show(Title(say), Markup.Of($"<h1>{Title(say)}</h1>{Call(say)}<h2>{say.In("今すぐサインインを止める", "Block the sign-in now")}</h2>{notice}{request.FormTo(Path, fields)}"), status);
    }

    private static Markup Call(Say say) => Markup.Of($"""
        <p>{say.In("キャッシュカードの紛失と同じように、すぐにサービスデスクへお電話ください。トークンを停止または失効させ、新しいトークンを発行します。", "Call the service desk at once, as for a lost bank card. It suspends or revokes the token and issues a new one.")}</p>
        """);

    private static string Title(Say say) => say.In("トークンの紛失・盗難", "Lost or stolen token");
}
