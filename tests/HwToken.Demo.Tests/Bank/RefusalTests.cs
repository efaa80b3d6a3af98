using HwToken.Demo.Bank.Causes;
using HwToken.Service.Portal.Web;
using HwToken.Validation.Errors;

namespace HwToken.Demo.Tests.Bank;

/// <summary>The bank links no table of the service, and yet one code has one sentence wherever it is met.</summary>
public class RefusalTests
{
    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public void A_code_says_the_same_at_the_bank_and_in_the_services_table(string language)
    {
        var text = new LocalText(language);
        Refusal[] own = [.. Enum.GetValues<Obstacle>().Select(obstacle => Refusals.Of(text, obstacle)), Refusals.NoSuchToken(text), Refusals.TokenTaken(text), Refusals.NoAnswer(text)];
        Assert.All(own, refusal => Assert.Equal(ErrorTable.All.Single(error => error.Code == refusal.Code).Message(language), refusal.Message));
    }
}
