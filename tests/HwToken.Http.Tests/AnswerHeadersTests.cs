using Microsoft.AspNetCore.Http;

namespace HwToken.Http.Tests;

public class AnswerHeadersTests
{
    [Theory]
    [InlineData("Content-Security-Policy", "default-src 'self'")]
    [InlineData("X-Content-Type-Options", "nosniff")]
    [InlineData("X-Frame-Options", "DENY")]
    [InlineData("Referrer-Policy", "no-referrer")]
    [InlineData("Cross-Origin-Opener-Policy", "same-origin")]
    [InlineData("Cross-Origin-Resource-Policy", "same-origin")]
    public void An_answer_says_what_a_browser_may_do_with_it(string name, string value)
    {
        var context = new DefaultHttpContext();
        AnswerHeaders.Set(context.Response, "default-src 'self'");
        Assert.Equal(value, context.Response.Headers[name]);
    }

    [Fact]
    public void A_room_behind_another_has_the_last_word_on_its_own_policy()
    {
        var context = new DefaultHttpContext();
        AnswerHeaders.Set(context.Response, "default-src 'self'");
        AnswerHeaders.Set(context.Response, "default-src 'none'");
        Assert.Equal("default-src 'none'", context.Response.Headers.ContentSecurityPolicy.ToString());
    }
}
