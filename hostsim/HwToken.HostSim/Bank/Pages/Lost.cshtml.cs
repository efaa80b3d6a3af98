using HwToken.HostSim.Bank.Customers;
using HwToken.Validation.Errors;
using Microsoft.AspNetCore.Mvc;

namespace HwToken.HostSim.Bank.Pages;

/// <summary>Lost, stolen, wiped: call at once, and block the sign-in without waiting for the line.</summary>
internal sealed class LostModel(CustomerBook book) : BankPage
{
    public bool IsReported { get; private set; }

    public async Task<IActionResult> OnPostAsync(string user, string password)
    {
        TypedUser = user;
        (Customer? customer, ServiceError? error) = await book.IdentifyAsync(user, password, Cancel).ConfigureAwait(false);
        if (customer is null)
        {
            return Refuse(error!);
        }

        book.ReportLost(customer.Id);
        IsReported = true;
        return Done(Say.In("サインインを停止しました。続けてサービスデスクにお電話ください。", "Your sign-in is blocked. Now call the service desk."));
    }
}
