using HwToken.Service.Portal.Accounts;
using HwToken.Service.Portal.Desk;

namespace HwToken.Demo.Bank.Customers;

/// <summary>The customers, in the data folder, and what happens to them.</summary>
internal sealed class CustomerBook(string dataFolder, TimeProvider time) : IReplacementFollower
{
    /// <summary>Wrong passwords in a row that lock the password.</summary>
    public const int MaxPasswordFailures = 5;

    private readonly RecordFile<Customer> file = new(Path.Combine(dataFolder, "customers.json"), customer => customer.Id);
    private readonly Lock registration = new();

    public DateTimeOffset Now => time.GetUtcNow();

    public IReadOnlyList<Customer> All() => file.All();

    public Customer? Find(string id) => file.Find(id);

    public void Put(Customer customer) => file.Put(customer);

    /// <summary>Compares a password. The attempt is counted before it is compared; right or wrong takes one time, known or not.</summary>
    public (PasswordVerdict Verdict, Customer? Customer) Check(string id, string password)
    {
        Customer? counted = file.Change(id, found => found with { PasswordFailures = Math.Min(found.PasswordFailures + 1, MaxPasswordFailures + 1) });
        bool fits = PasswordHash.Fits(password, counted?.PasswordHash);
        if (counted is null || !fits)
        {
            return (PasswordVerdict.Wrong, null);
        }

        // Only who knows the password learns that it is locked.
        return counted.PasswordFailures > MaxPasswordFailures
            ? (PasswordVerdict.Locked, null)
            : (PasswordVerdict.Right, file.Change(id, found => found with { PasswordFailures = 0 }));
    }

    /// <summary>True when another customer has this token.</summary>
    public bool IsTaken(string tokenId, string customerId) => file.All().Any(other => other.TokenId == tokenId && other.Id != customerId);

    /// <summary>Registers a token that has been proven.</summary>
    /// <returns>False when another customer was faster.</returns>
    public bool Register(string customerId, string tokenId)
    {
        lock (registration)
        {
            if (IsTaken(tokenId, customerId))
            {
                return false;
            }

            file.Change(customerId, found => found with { TokenId = tokenId, IsReportedLost = false });
            return true;
        }
    }

    /// <summary>From now on the password alone.</summary>
    public void StopCodes(string customerId) => file.Change(customerId, found => found with { TokenId = null });

    public void ReportLost(string customerId) => file.Change(customerId, found => found with { IsReportedLost = true });

    /// <summary>The desk withdraws the report: the token has been found.</summary>
    public void WithdrawLoss(string customerId) => file.Change(customerId, found => found with { IsReportedLost = false });

    public void SetPassword(string customerId, string password) => file.Change(customerId, found => found with
    {
        FormerPasswordHash = found.PasswordHash,
        PasswordHash = PasswordHash.Of(password),
        PasswordSetAt = Now,
    });

    /// <summary>The desk lifts the lock of a password.</summary>
    public void UnlockPassword(string customerId) => file.Change(customerId, found => found with { PasswordFailures = 0 });

    /// <summary>The desk lets the customer register another token: the old one is lost or broken.</summary>
    public void Reissue(string customerId) => file.Change(customerId, found => found with { TokenId = null, IsReportedLost = false });

    /// <summary>The desk has replaced a token: whoever had the old one has the new one, and nothing is lost any more.</summary>
    public string? Follow(string oldId, string newId)
    {
        lock (registration)
        {
            return file.All().FirstOrDefault(customer => customer.TokenId == oldId) is { } owner
                ? file.Change(owner.Id, found => found with { TokenId = newId, IsReportedLost = false })?.Id
                : null;
        }
    }

    /// <summary>The desk ends a contract, or renews it by a year.</summary>
    public void SetContractEnd(string customerId, DateTimeOffset end) => file.Change(customerId, found => found with { ContractEnds = end });
}
