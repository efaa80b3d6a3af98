using NanoGuard.Baselines;

namespace NanoGuard.Tests.Baselines;

public class BaselineTests
{
    private const string Two = "class C\n{\nint F(int a, int b) => checked(a + b);\nint G(int a, int b) => checked(a * b);\n}";

    [Fact]
    public void What_is_written_knows_its_own_findings_and_no_others()
    {
        var baseline = Baseline.Parse(Baseline.Of(Found(Two)).ToString());
        var compared = baseline.Compare(Found(Two));
        Assert.Equal((0, 2, 0), (compared.Added.Count, compared.Known.Count, compared.Gone));

        compared = baseline.Compare(Found(Two.Replace("a + b", "a - b", StringComparison.Ordinal)));
        Assert.Equal("sub.ovf", Assert.Single(compared.Added).Detail);
        Assert.Equal((1, 1), (compared.Known.Count, compared.Gone));
    }

    [Fact]
    public void Code_that_moves_stays_known() =>
        Assert.Empty(Baseline.Of(Found(Two)).Compare(Found("// one\n// two\n" + Two.Replace("=> checked(a + b);", "{ int c = a; return checked(c + b); }", StringComparison.Ordinal))).Added);

    [Fact]
    public void A_second_finding_of_the_same_kind_in_the_same_member_is_new()
    {
        var compared = Baseline.Of(Found(Two)).Compare(Found(Two.Replace("=> checked(a + b);", "{ int c = checked(a + b);\nreturn c + checked(b + a); }", StringComparison.Ordinal)));
        Assert.Equal("C::F(System.Int32, System.Int32)", Assert.Single(compared.Added).Member);
    }

    [Fact]
    public void The_text_is_the_same_whatever_order_the_findings_come_in()
    {
        var found = Found(Two);
        Assert.Equal(Baseline.Of(found).ToString(), Baseline.Of(found.Reverse()).ToString());
        Assert.DoesNotContain("\r", Baseline.Of(found).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"baseline\":2,\"findings\":[]}")]
    [InlineData("{\"baseline\":1}")]
    [InlineData("{\"baseline\":1,\"findings\":[{\"rule\":\"NG09\"}]}")]
    public void What_is_no_baseline_is_refused(string text) => Assert.Throws<FormatException>(() => Baseline.Parse(text));

    private static IReadOnlyList<Violation> Found(string source)
    {
        using var planted = new Planted(source);
        return Guard.Check(planted.Paths, SmallList.Api);
    }
}
