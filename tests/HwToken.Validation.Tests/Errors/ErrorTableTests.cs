using HwToken.Validation.Errors;
using HwToken.Validation.Outcomes;

namespace HwToken.Validation.Tests.Errors;

public sealed class ErrorTableTests
{
    [Fact]
    public void Every_code_stands_once() => Assert.Equal(ErrorTable.All.Count, ErrorTable.All.Select(error => error.Code).Distinct().Count());

    [Fact]
    public void Every_error_speaks_both_languages_and_has_an_error_status() => Assert.All(ErrorTable.All, error =>
    {
        Assert.Contains(error.Japanese, letter => letter is >= '\u3040' and <= '\u9FFF');
        Assert.All(error.English, letter => Assert.True(letter is < '\u0080' or '…'));
        Assert.InRange(error.HttpStatus, 400, 599);
        Assert.Equal(error.Japanese, error.Message("ja-JP"));
        Assert.Equal(error.English, error.Message("fr"));
    });

    [Fact]
    public void Every_field_of_the_table_is_listed() => Assert.Equal(
        typeof(ErrorTable).GetFields().Where(field => field.FieldType == typeof(ServiceError)).Select(field => field.GetValue(null)).ToHashSet(),
        ErrorTable.All.Cast<object?>().ToHashSet());

    [Fact]
    public void Every_reason_has_an_error() => Assert.All(Enum.GetValues<RejectReason>(), reason => Assert.Contains(ErrorTable.Of(reason), ErrorTable.All));

    [Fact]
    public void The_codes_of_the_manuals_mean_what_they_mean_there()
    {
        Assert.Equal("49b5", ErrorTable.Of(RejectReason.Malformed).Code);
        Assert.Equal("RMCFXLG001001E", ErrorTable.SignInWrong.Code);
        Assert.Equal("RMCFXLGN001028E", ErrorTable.Of(RejectReason.WrongCode).Code);
    }

    [Fact]
    public void A_used_code_looks_like_a_wrong_one() => Assert.Same(ErrorTable.Of(RejectReason.WrongCode), ErrorTable.Of(RejectReason.Replayed));
}
