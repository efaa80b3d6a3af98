using HwToken.Service.Portal.Web;
using HwToken.Service.Portal.Web.Results;
using HwToken.Demo.Bank.Causes;
using HwToken.Demo.Bank.Customers;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.Demo.Bank.Pages;

/// <summary>Lost, stolen, wiped: call at once, and block the sign-in without waiting for the line.</summary>
internal sealed class LostModel(CustomerBook book, EvenTime evenTime) : BankPage
{
    [Kept]
    public bool IsReported { get; private set; }

    public async Task<IActionResult> OnPostAsync(string user, string password)
    {
        TypedUser = user;
        (Customer? customer, Obstacle? obstacle) = await book.IdentifyAsync(user, password, evenTime, Cancel).ConfigureAwait(false);
        if (customer is null)
        {
            return Refuse(obstacle!.Value);
        }

        book.ReportLost(customer.Id);
        IsReported = true;
        return Done("ログインを停止しました。続けて、サービスデスクにお電話ください。", "Your sign-in is blocked. Now call the service desk.");
    }
}
