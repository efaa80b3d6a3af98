using System.Security.Cryptography;
using HwToken.HostSim.Bank.Customers;
using HwToken.HostSim.Portal.Accounts;
using HwToken.HostSim.Portal.Desk;

namespace HwToken.HostSim.Demo;

/// <summary>What a demonstration begins with: tokens enrolled in nothing, customers, an operator.</summary>
/// <param name="TokenIds">The customers' tokens.</param>
/// <param name="Customers">Customers with their initial passwords.</param>
/// <param name="Operator">The operator.</param>
/// <param name="OperatorTokenId">The operator's token.</param>
internal sealed record DemoWorld(IReadOnlyList<string> TokenIds, IReadOnlyList<DemoAccount> Customers, DemoAccount Operator, string OperatorTokenId)
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz";
    private const string Numbers = "23456789";

    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>Lays the accounts out.</summary>
    public static DemoWorld Create(DemoTokens tokens, CustomerBook book, Operators operators, int passwordRounds = PasswordHash.Rounds)
    {
        DemoAccount[] customers =
        [
            Add("1000001", EnrolmentForm.OneCode, book.Now + Year, "registers with one code"),
            Add("1000002", EnrolmentForm.TwoCodes, book.Now + Year, "registers with two codes"),
            Add("1000003", EnrolmentForm.OneCode, book.Now + Year, "one more"),
            Add("1000004", EnrolmentForm.OneCode, book.Now - TimeSpan.FromDays(1), "the contract has expired"),
        ];
        var desk = new DemoAccount("operator", Password(), "service desk");
        operators.Put(desk.Id, desk.Password, tokens.Ids[^1], passwordRounds);
        return new DemoWorld([.. tokens.Ids.SkipLast(1)], customers, desk, tokens.Ids[^1]);

        DemoAccount Add(string id, EnrolmentForm form, DateTimeOffset ends, string note)
        {
            string password = Password();
            book.Put(new Customer { Id = id, Form = form, PasswordHash = PasswordHash.Of(password, passwordRounds), ContractEnds = ends });
            return new DemoAccount(id, password, note);
        }
    }

    /// <summary>The lines that are printed at the start.</summary>
    public IEnumerable<string> Lines(Uri url)
    {
        yield return $"Portal:        {new Uri(url, "/portal")}   (the virtual tokens and two clocks stand beside each page)";
        yield return $"Sample Bank:   {new Uri(url, "/bank")}";
        yield return $"Service desk:  {new Uri(url, "/desk")}";
        yield return "Tokens, enrolled in nothing: " + string.Join(' ', TokenIds);
        foreach (DemoAccount customer in Customers)
        {
            yield return $"Bank customer {customer.Id}  initial password {customer.Password}  ({customer.Note})";
        }

        yield return $"Desk {Operator.Id}  password {Operator.Password}  token {OperatorTokenId}";
    }

    private static string Password() => RandomNumberGenerator.GetString(Letters, 6) + RandomNumberGenerator.GetString(Numbers, 4);
}
