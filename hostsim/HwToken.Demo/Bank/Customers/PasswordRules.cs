using HwToken.Service.Portal.Accounts;

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

    /// <returns>What is wrong and what to do, in Japanese and in English; null when it will do.</returns>
    public static (string Japanese, string English)? Problem(Customer customer, string password, string again) => password switch
    {
        _ when password != again => ("新しいパスワードと確認用のパスワードが一致しません。", "The two new passwords differ. Type the same one twice."),
        { Length: < MinLength or > MaxLength } => ($"パスワードは{MinLength}〜{MaxLength}文字で設定してください。", $"Choose {MinLength} to {MaxLength} characters."),
        _ when !password.All(char.IsAsciiLetterOrDigit) || !password.Any(char.IsAsciiLetter) || !password.Any(char.IsAsciiDigit)
            => ("英字と数字をどちらも使ってください(記号は使えません)。", "Use both letters and digits, and nothing else."),
        _ when password.Equals(customer.Id, StringComparison.OrdinalIgnoreCase) => ("ユーザーIDと同じパスワードは設定できません。", "The password must not be the user ID."),
        _ when PasswordHash.Fits(password, customer.PasswordHash) || (customer.FormerPasswordHash is { } former && PasswordHash.Fits(password, former))
            => ("現在のパスワードと、ひとつ前のパスワードは設定できません。", "The present password and the one before it cannot be set again."),
        _ => null,
    };
}
