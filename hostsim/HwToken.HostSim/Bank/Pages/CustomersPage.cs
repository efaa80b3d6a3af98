using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Portal.Desk;
using HwToken.HostSim.Portal.Html;
using HwToken.HostSim.Portal.Web;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>The bank's own desk: locked passwords, lost tokens, contracts.</summary>
internal static class CustomersPage
{
    public const string Path = "/desk/customers";

    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public static Task<PageAnswer> GetAsync(PageRequest request, DeskSession session)
    {
        Say say = request.Say;
        CustomerBook book = request.The<CustomerBook>();
        Markup body = Markup.Of($"""
            <div class="scroll" tabindex="0" role="region" aria-label="{say.In("お客様", "Customers")}"><table><thead><tr><th scope="col">{say.In("ユーザーID", "User ID")}</th><th scope="col">{say.In("トークン", "Token")}</th>
            <th scope="col">{say.In("パスワード", "Password")}</th><th scope="col">{say.In("契約終了", "Contract ends")}</th><th scope="col">{say.In("操作", "Do")}</th></tr></thead>
            <tbody>{book.All().Select(customer => Row(request, customer))}</tbody></table></div>
            """);
        return Task.FromResult(DeskFrame.Show(request, session, say.In("銀行のお客様", "Bank customers"), body));
    }

    public static Task<PageAnswer> PostAsync(PageRequest request, DeskSession session)
    {
        CustomerBook book = request.The<CustomerBook>();
        string id = request.Field("user");
        switch (request.Field("verb"))
        {
            case "unlock":
                book.UnlockPassword(id);
                break;
            case "reissue":
                book.Reissue(id);
                break;
            case "expire":
                book.SetContractEnd(id, book.Now - TimeSpan.FromDays(1));
                break;
            case "renew":
                book.SetContractEnd(id, book.Now + Year);
                break;
        }

        return Task.FromResult(PageAnswer.Go(Path));
    }

    private static Markup Row(PageRequest request, Customer customer)
    {
        Say say = request.Say;
        bool isLocked = customer.PasswordFailures >= CustomerBook.MaxPasswordFailures;
        Markup verbs = Markup.Of($"""
            <input type="hidden" name="user" value="{customer.Id}">
            {(isLocked ? Fields.Submit(say.In("パスワードのロック解除", "Unlock password"), "small", "verb", "unlock") : Markup.None)}
            {(customer.TokenId is not null || customer.IsReportedLost ? Fields.Submit(say.In("再発行(登録を外す)", "Reissue (drop token)"), "small", "verb", "reissue") : Markup.None)}
            {Fields.Submit(say.In("契約終了", "End contract"), "small", "verb", "expire")}{Fields.Submit(say.In("契約更新", "Renew"), "small", "verb", "renew")}
            """);
        string token = customer.IsReportedLost ? say.In("紛失届あり ", "reported lost ") + customer.TokenId : customer.TokenId ?? "-";
        return Markup.Of($"""
            <tr data-user="{customer.Id}"><th scope="row" class="id">{customer.Id}</th><td class="id">{token}</td><td>{(isLocked ? say.In("ロック", "locked") : "OK")}</td>
            <td>{DeskWords.Time(customer.ContractEnds)}</td><td>{request.FormTo(Path, verbs)}</td></tr>
            """);
    }
}
