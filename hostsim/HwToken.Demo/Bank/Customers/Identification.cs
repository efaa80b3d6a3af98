using HwToken.Demo.Bank.Causes;
using HwToken.Service.Portal.Accounts;
using HwToken.Service.Portal.Web;

namespace HwToken.Demo.Bank.Customers;

/// <summary>Who somebody is, by user ID and password.</summary>
internal static class Identification
{
    /// <summary>The customer behind a user ID and a password, and what keeps the customer out all the same.</summary>
    /// <remarks>How long a refusal takes does not tell which user IDs there are.</remarks>
    public static async Task<(Customer? Customer, Obstacle? Obstacle)> IdentifyAsync(this CustomerBook book, string user, string password, EvenTime evenTime, CancellationToken cancel)
    {
        (PasswordVerdict verdict, Customer? customer) = await evenTime.SpendAsync(
            Task.Run(() => book.Check(user.Trim(), password), cancel), cancel, isVisible: found => found.Verdict != PasswordVerdict.Wrong).ConfigureAwait(false);
        return verdict switch
        {
            PasswordVerdict.Locked => (null, Obstacle.PasswordLocked),
            PasswordVerdict.Wrong => (null, Obstacle.SignInWrong),
            _ when customer!.ContractEnds < book.Now => (customer, Obstacle.ContractExpired),
            _ when customer.IsReportedLost => (customer, Obstacle.ReportedLost),
            _ => (customer, null),
        };
    }
}
