using HwToken.Demo.Bank.Customers;
using HwToken.Demo.Bank.Visits;
using HwToken.Service.Portal.Pages.Desk;
using HwToken.Service.Portal.Web;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Demo.Bank.Pages.Desk;

/// <summary>The bank's own desk: locked passwords, lost tokens, contracts.</summary>
internal sealed class CustomersModel(CustomerBook book) : DeskPage
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public IReadOnlyList<Customer> All => book.All();

    public bool IsOver(Customer customer) => customer.ContractEnds < book.Now;

    public void OnGet(string done, string user) => Notice = book.Find(user) is { Id: var id } && What(done) is { } what ? new Notice.Good($"{id}: {what}") : null;

    public IActionResult OnPost(string user, string verb)
    {
        if (book.Find(user) is null)
        {
            return Refuse(Text.In("この操作はできません。ページを開き直してください。", "This cannot be done. Open the page again."));
        }

        switch (verb)
        {
            case "unlock":
                book.UnlockPassword(user);
                break;
            case "found":
                book.WithdrawLoss(user);
                break;
            case "reissue":
                book.Reissue(user);
                break;
            case "expire":
                book.SetContractEnd(user, book.Now - TimeSpan.FromDays(1));
                break;
            case "renew":
                book.SetContractEnd(user, book.Now + Year);
                break;
            default:
                return Refuse(Text.In("この操作はできません。ページを開き直してください。", "This cannot be done. Open the page again."));
        }

        return Go($"{BankPaths.Customers}?done={verb}&user={Uri.EscapeDataString(user)}");
    }

    private string? What(string verb) => verb switch
    {
        "unlock" => Text.In("パスワードのロックを解除しました。", "the password is unlocked."),
        "found" => Text.In("紛失の届けを取り消しました。停止したトークンは、トークンの画面で再開します。", "the report of loss is withdrawn. A suspended token is resumed at its own page."),
        "reissue" => Text.In("トークンの登録を外しました。お客様は新しいトークンを利用登録できます。", "the registration is dropped. The customer can register a new token."),
        "expire" => Text.In("契約を終了しました。", "the contract has ended."),
        "renew" => Text.In("契約を1年更新しました。", "the contract runs for another year."),
        _ => null,
    };
}
