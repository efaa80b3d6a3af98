using System.Text.RegularExpressions;
using HwToken.Demo.Tests.Support;

namespace HwToken.Demo.Tests.Portal;

/// <summary>Style sheets, scripts and the mark: a browser keeps them, and never shows those of another version.</summary>
public partial class KeptFilesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/portal")]
    [InlineData("/bank/sign-in")]
    [InlineData("/desk/import")]
    [InlineData("/demo/tray")]
    public async Task Every_file_that_a_page_names_is_named_with_its_version_and_may_be_kept(string page)
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        await site.OpenDeskAsync();
        string[] files = [.. File().Matches((await site.GetAsync(page)).Html).Select(match => match.Groups["file"].Value)];
        Assert.True(files.Length > 4, $"{files.Length} files: this test shows nothing");
        foreach (string file in files)
        {
            HttpResponseMessage answer = await site.Http.GetAsync(file, Cancel);
            Assert.True(answer.IsSuccessStatusCode, file);
            Assert.Contains("?v=", file);
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?v=")]
    [InlineData("?v=AAAAAAAAAAAA")]
    [InlineData("?v=AAAAAAAAAAAA&v=BBBBBBBBBBBB")]
    public async Task A_page_of_another_version_gets_the_file_of_this_one_and_keeps_it_for_no_other_page(string version)
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        HttpResponseMessage answer = await site.Http.GetAsync("/look/look.css" + version, Cancel);
        Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
        Assert.StartsWith("text/css", answer.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
    }

    [GeneratedRegex("""(?:href|src)="(?<file>/[^"]+\.(?:css|js|svg)[^"]*)"[^>]*>""")]
    private static partial Regex File();
}
