using HwToken.HostSim.Portal.Accounts;
using HwToken.HostSim.Portal.Web;
using HwToken.Validation.Errors;

namespace HwToken.HostSim.Bank.Customers;

/// <summary>Who somebody is, by user ID and password.</summary>
internal static class Identification
{
    /// <summary>The customer behind a user ID and a password, and what keeps the customer out all the same.</summary>
    /// <remarks>How long a refusal takes does not tell which user IDs there are.</remarks>
    public static async Task<(Customer? Customer, ServiceError? Error)> IdentifyAsync(this CustomerBook book, string user, string password, CancellationToken cancel, TimeProvider? time = null)
    {
        (PasswordVerdict verdict, Customer? customer) = await EvenTime.SpendAsync(
            Task.Run(() => book.Check(user.Trim(), password), cancel), cancel, time, isTold: found => found.Verdict != PasswordVerdict.Wrong).ConfigureAwait(false);
        return verdict switch
        {
            PasswordVerdict.Locked => (null, ErrorTable.PasswordLocked),
            PasswordVerdict.Wrong => (null, ErrorTable.SignInWrong),
            _ when customer!.ContractEnds < book.Now => (customer, ErrorTable.ContractExpired),
            _ when customer.IsReportedLost => (customer, ErrorTable.Suspended),
            _ => (customer, null),
        };
    }
}
