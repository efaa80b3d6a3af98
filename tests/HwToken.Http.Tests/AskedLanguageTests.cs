using System.Globalization;
using HwToken.Http;

namespace HwToken.Http.Tests;

/// <summary>One answer for API, portal and token page.</summary>
public class AskedLanguageTests
{
    [Theory]
    [InlineData("", "en")]
    [InlineData("ja", "ja")]
    [InlineData("de, ja", "ja")]
    [InlineData("de", "en")]
    [InlineData("en, ja", "en")]
    [InlineData("ja, en", "ja")]
    [InlineData("en;q=0.5, ja", "ja")]
    [InlineData("en;q=0.5, ja;q=0.5", "en")]
    [InlineData("ja-JP, en-US;q=0.9", "ja")]
    [InlineData("JA-jp", "ja")]
    [InlineData("ja-JP;q=0.1, en;q=0.2, ja;q=0.3", "ja")]
    [InlineData("*", "en")]
    [InlineData("*;q=0.5, ja;q=0.1", "en")]
    [InlineData("*;q=0.1, ja;q=0.5", "ja")]
    [InlineData("en;q=0", "ja")]
    [InlineData("ja;q=0", "en")]
    [InlineData("ja;q=0, de", "en")]
    [InlineData("jav", "en")]
    [InlineData("ja;q=", "en")]
    [InlineData("ja;q=1.5", "en")]
    [InlineData(";;;", "en")]
    public void The_better_of_the_two_by_their_weights(string header, string language) => Assert.Equal(language, AskedLanguage.Of([header]));

    [Fact]
    public void Several_headers_are_one_list() => Assert.Equal("ja", AskedLanguage.Of(["de", "ja, en;q=0.1"]));

    [Fact]
    public void Any_culture_can_be_named_although_the_data_are_invariant() => Assert.Equal("ja", new CultureInfo("ja").Name);
}
