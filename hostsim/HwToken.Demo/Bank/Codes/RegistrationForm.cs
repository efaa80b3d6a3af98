using HwToken.Demo.Bank.Customers;

namespace HwToken.Demo.Bank.Codes;

/// <summary>A form that registers a token, and how it went.</summary>
/// <param name="HasTwoCodes">Two codes are asked for: the product has it so, or one code was not enough because the token is far ahead. A token that
/// was never registered cannot be reset, so that this is its only way in.</param>
internal sealed record RegistrationForm(bool HasTwoCodes)
{
    /// <summary>The token ID as it was typed.</summary>
    public string Typed { get; init; } = "";

    /// <summary>The token that has been registered just now; null: none.</summary>
    public string? RegisteredId { get; init; }

    /// <summary>One code did not fit: the token may be out of step, and two codes are offered.</summary>
    public bool OffersTwoCodes { get; init; }

    /// <summary>The form for a customer.</summary>
    public static RegistrationForm For(Customer customer, HttpRequest request) => new(customer.Form == EnrolmentForm.TwoCodes || request.Query["codes"] == "2");

    /// <summary>What a person reads who has registered a token.</summary>
    public const string SuccessJapanese = "次回のログインから、ワンタイムパスワードが必要になります。登録に使ったものは使用済みのため、新しく表示してください。";

    /// <summary>What a person reads who has registered a token.</summary>
    public const string SuccessEnglish = "From now on every sign-in asks for a one-time password. The one used here is used up: make a new one.";
}
