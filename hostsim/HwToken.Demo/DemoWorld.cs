using System.Security.Cryptography;
using HwToken.Demo.Bank.Customers;
using HwToken.Service.Portal.Accounts;

namespace HwToken.Demo;

/// <summary>What a demonstration begins with: tokens enrolled in nothing, customers, an operator.</summary>
/// <param name="TokenIds">The customers' tokens.</param>
/// <param name="Customers">Customers with their initial passwords.</param>
/// <param name="Operator">The operator.</param>
/// <param name="OperatorTokenId">The operator's token.</param>
public sealed record DemoWorld(IReadOnlyList<string> TokenIds, IReadOnlyList<DemoAccount> Customers, DemoAccount Operator, string OperatorTokenId)
{
    /// <summary>Where a newcomer begins: accounts, keys and stories on one page.</summary>
    public const string GuidePath = "/demo/guide";

    /// <summary>The tokens' kinds, in the order of <see cref="TokenIds"/>.</summary>
    public static readonly IReadOnlyList<(string Japanese, string English)> Kinds = [("カウンター式 (HOTP)", "counter (HOTP)"), ("時刻式 (TOTP)", "clock (TOTP)"), ("ソフトウェア、時刻式 (TOTP)", "software, clock (TOTP)")];

    /// <summary>What the operator's token is.</summary>
    public static readonly (string Japanese, string English) OperatorKind = ("オペレーター用、カウンター式", "the operator's, counter");

    /// <summary>What a token of the tray is; of one that was added later, its kind is not known.</summary>
    /// <param name="credentialId">Its credential ID; null for a blank one.</param>
    public (string Japanese, string English) KindOf(string? credentialId) =>
        credentialId is null ? ("空のトークン", "blank")
        : credentialId == OperatorTokenId ? OperatorKind
        : TokenIds.Zip(Kinds).FirstOrDefault(one => one.First == credentialId).Second is { Japanese: not null } kind ? kind
        : ("追加したトークン", "added later");

    /// <summary>API key of a relying party, to try the REST API with; the bank has its own.</summary>
    public string PartyKey { get; init; } = "";

    /// <summary>API key of an operator.</summary>
    public string OperatorKey { get; init; } = "";

    /// <summary>The password of all customers that are ready (<see cref="ReadyIds"/>); no secret: the demonstration answers its own computer alone and begins anew each time.</summary>
    public const string ReadyPassword = "sample2026";

    /// <summary>
    /// Customers whose token is registered and whose password is set, for test suites: a user ID is the token's credential ID. Empty unless they are asked for.
    /// </summary>
    public IReadOnlyList<string> ReadyIds { get; init; } = [];

    /// <summary>Rounds of the hash of <see cref="ReadyPassword"/>: it is no secret, and a suite signs in a thousand times.</summary>
    private const int ReadyRounds = 1000;

    private const string Letters = "abcdefghjkmnpqrstuvwxyz";
    private const string Numbers = "23456789";

    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>Lays the accounts out.</summary>
    internal static DemoWorld Create(IReadOnlyList<string> tokenIds, DemoKeys keys, CustomerBook book, int passwordRounds, IReadOnlyList<string> readyIds)
    {
        DemoAccount[] customers =
        [
            Add("1000001", EnrolmentForm.OneCode, book.Now + Year, "registers with one code", "コード1つで利用登録"),
            Add("1000002", EnrolmentForm.TwoCodes, book.Now + Year, "registers with two codes", "コード2つで利用登録"),
            Add("1000003", EnrolmentForm.OneCode, book.Now + Year, "one more, registers with one code", "もう一人。コード1つで利用登録"),
            Add("1000004", EnrolmentForm.OneCode, book.Now - TimeSpan.FromDays(1), "the contract has expired", "契約が切れている"),
        ];
        var desk = new DemoAccount("operator", Password(), "service desk", "サービスデスク");
        if (readyIds.Count > 0)
        {
            string hash = PasswordHash.Of(ReadyPassword, ReadyRounds);
            foreach (string id in readyIds)
            {
                book.Put(new Customer { Id = id, Form = EnrolmentForm.OneCode, PasswordHash = hash, PasswordSetAt = book.Now, ContractEnds = book.Now + Year, TokenId = id });
            }
        }

        return new DemoWorld([.. tokenIds.SkipLast(1)], customers, desk, tokenIds[^1]) { PartyKey = keys.Party, OperatorKey = keys.Operator, ReadyIds = readyIds };

        DemoAccount Add(string id, EnrolmentForm form, DateTimeOffset ends, string note, string noteJapanese)
        {
            string password = Password();
            book.Put(new Customer { Id = id, Form = form, PasswordHash = PasswordHash.Of(password, passwordRounds), ContractEnds = ends });
            return new DemoAccount(id, password, note, noteJapanese);
        }
    }

    /// <summary>The lines that are printed at the start.</summary>
    /// <param name="url">Where the host listens.</param>
    public IEnumerable<string> Lines(Uri url)
    {
        yield return "";
        yield return $"Begin here:    {new Uri(url, GuidePath)}   (what follows, and what to try first)";
        yield return $"Portal:        {new Uri(url, "/portal")}   (the virtual tokens and two clocks stand beside each page)";
        yield return $"Sample Bank:   {new Uri(url, "/bank")}";
        yield return $"Service desk:  {new Uri(url, "/desk")}";
        yield return $"REST API:      {new Uri(url, "/openapi/v1.json")}";
        yield return "";
        yield return "Tokens, enrolled in nothing:";
        foreach ((string id, (_, string kind)) in TokenIds.Zip(Kinds))
        {
            yield return $"  {id}  {kind}";
        }

        yield return "Customers of Sample Bank: user ID, initial password";
        foreach (DemoAccount customer in Customers)
        {
            yield return $"  {customer.Id}  {customer.Password}  {customer.Note}";
        }

        if (ReadyIds.Count > 0)
        {
            yield return $"{ReadyIds.Count} customers ready to sign in, for test suites: user ID = credential ID of a token of the pool 'bank' (/sim/v1/pools/bank), password {ReadyPassword}";
        }

        yield return "Operator of the service desk: name, password, own token";
        yield return $"  {Operator.Id}  {Operator.Password}  {OperatorTokenId}";
        yield return "API keys: role, key";
        yield return $"  relying-party  {PartyKey}";
        yield return $"  operator       {OperatorKey}";
        yield return "";
    }

    private static string Password() => RandomNumberGenerator.GetString(Letters, 6) + RandomNumberGenerator.GetString(Numbers, 4);
}

/// <summary>An account that the demonstration shows.</summary>
/// <param name="Id">User ID.</param>
/// <param name="Password">Its initial password.</param>
/// <param name="Note">What it is for, in English.</param>
/// <param name="NoteJapanese">What it is for, in Japanese.</param>
public sealed record DemoAccount(string Id, string Password, string Note, string NoteJapanese);
