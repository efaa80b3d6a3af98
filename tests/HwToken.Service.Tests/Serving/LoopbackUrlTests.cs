using HwToken.Service.Serving;

namespace HwToken.Service.Tests.Serving;

/// <summary>Plain HTTP is served to this computer alone.</summary>
public class LoopbackUrlTests
{
    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://192.168.1.10:5080")]
    [InlineData("http://example.org:5080")]
    [InlineData("http://localhost.example.org:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("https://127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:5080/path")]
    [InlineData("http://user@127.0.0.1:5080")]
    [InlineData("5080")]
    public void An_address_that_others_could_reach_or_that_is_none_is_refused(string url)
    {
        Assert.False(LoopbackUrl.TryParse(url, "Codes would be read", out _, out string? problem));
        Assert.Contains("http://127.0.0.1:5080", problem);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://127.0.0.2:1/")]
    [InlineData("http://localhost:5080")]
    [InlineData("http://[::1]:5080")]
    public void A_loopback_address_is_taken(string url) => Assert.True(LoopbackUrl.TryParse(url, "Codes would be read", out _, out _));
}
