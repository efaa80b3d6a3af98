using HwToken.Validation.Errors;

namespace HwToken.HostSim.Bank.Customers;

/// <summary>Who somebody is, by user ID and password.</summary>
internal static class Identification
{
    /// <summary>The customer behind a user ID and a password, and what keeps the customer out all the same.</summary>
    public static (Customer? Customer, ServiceError? Error) Identify(this CustomerBook book, string user, string password)
    {
        (PasswordVerdict verdict, Customer? customer) = book.Check(user.Trim(), password);
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
