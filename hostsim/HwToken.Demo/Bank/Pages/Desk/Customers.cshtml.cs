using HwToken.Demo.Bank.Customers;
using HwToken.Service.Portal.Pages.Desk;
using HwToken.Service.Portal.Web;
using HwToken.Service.Portal.Web.Results;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Demo.Bank.Pages.Desk;

/// <summary>The bank's own desk: locked passwords, lost tokens, contracts. What hurts a customer stands apart and is confirmed by typing the user ID.</summary>
internal sealed class CustomersModel(CustomerBook book) : DeskPage
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public IReadOnlyList<Customer> All => book.All();

    /// <summary>Whose other actions are shown; null: nobody's.</summary>
    public Customer? Selected { get; private set; }

    /// <summary>User ID of <see cref="Selected"/>.</summary>
    [Kept]
    public string SelectedId { get; private set; } = "";

    public bool IsOver(Customer customer) => customer.ContractEnds < book.Now;

    public void OnGet(string customer) => Selected = book.Find(SelectedId.Length > 0 ? SelectedId : customer);

    public IActionResult OnPost(string user, string verb, string confirm)
    {
        if (book.Find(user) is null)
        {
            return Unfit();
        }

        if (verb is "reissue" or "expire" && confirm.Trim() != user)
        {
            SelectedId = user;
            return Refuse("確認のため、お客様のユーザーIDを入力してください。", "To confirm, type the customer's user ID.", "confirm");
        }

        switch (verb)
        {
            case "unlock":
                book.UnlockPassword(user);
                return Done(user, "パスワードのロックを解除しました。", "the password is unlocked.");
            case "found":
                book.WithdrawLoss(user);
                return Done(user, "紛失の届け出を取り消しました。一時停止したトークンは、トークンの画面で再開してください。", "the report of loss is withdrawn. If the token is suspended, resume it on its own page.");
            case "reissue":
                book.Reissue(user);
                return Done(user, "トークンの登録を解除しました。お客様は新しいトークンを利用登録できます。", "the token is no longer registered. The customer can register a new one.");
            case "expire":
                book.SetContractEnd(user, book.Now - TimeSpan.FromDays(1));
                return Done(user, "ご契約を終了しました。", "the contract has ended.");
            case "renew":
                book.SetContractEnd(user, book.Now + Year);
                return Done(user, "ご契約を1年更新しました。", "the contract has been renewed for a year.");
            default:
                return Unfit();
        }
    }

    private IActionResult Done(string user, string japanese, string english) => base.Done($"{user}: {japanese}", $"{user}: {english}");

    private IActionResult Unfit() => Refuse("この操作はできません。ページを開き直してください。", "This cannot be done. Open the page again.");
}
