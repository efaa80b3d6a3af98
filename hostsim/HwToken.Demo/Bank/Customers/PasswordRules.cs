using HwToken.Service.Portal.Accounts;
using HwToken.Service.Portal.Web;

namespace HwToken.Demo.Bank.Customers;

/// <summary>What a new password must be.</summary>
internal static class PasswordRules
{
    /// <summary>Shortest.</summary>
    public const int MinLength = 8;

    /// <summary>Longest.</summary>
    public const int MaxLength = 16;

    /// <summary>A password is used no longer than this.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    public static bool IsExpired(Customer customer, DateTimeOffset now) => customer.PasswordSetAt is { } set && now - set >= Lifetime;

    /// <summary>The password must be changed before anything else: it is the initial one, or it has expired.</summary>
    public static bool IsDue(Customer customer, DateTimeOffset now) => customer.PasswordSetAt is null || IsExpired(customer, now);

    /// <returns>What is wrong and what to do; null when it will do.</returns>
    public static string? Problem(LocalText text, Customer customer, string password, string again) => password switch
    {
        _ when password != again => text.In("2つの新しいパスワードが一致しません。", "The two new passwords differ. Type the same twice."),
        { Length: < MinLength or > MaxLength } => text.In("8文字以上16文字以内で設定してください。", "Choose 8 to 16 characters."),
        _ when !password.All(char.IsAsciiLetterOrDigit) || !password.Any(char.IsAsciiLetter) || !password.Any(char.IsAsciiDigit)
            => text.In("英字と数字を混ぜてください(記号は使えません)。", "Mix letters and digits, and use nothing else."),
        _ when password.Equals(customer.Id, StringComparison.OrdinalIgnoreCase) => text.In("ユーザーIDと同じパスワードは使えません。", "The password must not be the user ID."),
        _ when PasswordHash.Fits(password, customer.PasswordHash) || (customer.FormerPasswordHash is { } former && PasswordHash.Fits(password, former))
            => text.In("直近2回のパスワードは使えません。", "The last two passwords cannot be used again."),
        _ => null,
    };
}
