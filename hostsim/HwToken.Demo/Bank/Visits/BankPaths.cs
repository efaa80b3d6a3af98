using HwToken.Service.Portal.Web;

namespace HwToken.Demo.Bank.Visits;

/// <summary>Addresses of the bank's pages that other pages send people to. Each page says its own in its first line.</summary>
internal static class BankPaths
{
    public const string Home = "/bank";
    public const string SignIn = "/bank/sign-in";
    public const string Code = "/bank/code";
    public const string Drift = "/bank/drift";
    public const string Register = "/bank/register";
    public const string Change = "/bank/change";
    public const string Stop = "/bank/stop";
    public const string Password = "/bank/password";
    public const string Account = "/bank/account";
    public const string Customers = "/desk/customers";

    /// <summary>The place that the bank's pages belong to.</summary>
    public static readonly Site Site = new("bank", Home, "みほん銀行(デモ)", "Sample Bank (demonstration)") { TokenIdJapanese = "トークンID", TokenIdEnglish = "Token ID" };
}
