using HwToken.Demo;
using HwToken.Demo.Tests.Support;

namespace HwToken.Demo.Tests;

/// <summary>A newcomer to a demonstration finds everything on one page, and on the terminal.</summary>
public class GuideTests
{
    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Accounts_tokens_and_keys_stand_on_the_page_and_on_the_terminal(string language)
    {
        await using PortalSite site = await PortalSite.OpenAsync(language);
        DemoWorld world = site.World;
        string terminal = string.Join('\n', world.Lines(site.Http.BaseAddress!));
        string page = (await site.GetAsync(DemoWorld.GuidePath)).Words;
        Assert.Contains(DemoWorld.GuidePath, terminal);
        string[] all =
        [
            .. world.TokenIds, .. world.Customers.SelectMany(one => new[] { one.Id, one.Password }), world.Operator.Id, world.Operator.Password, world.OperatorTokenId,
            world.PartyKey, world.OperatorKey,
        ];
        Assert.All(all, word => Assert.True(word.Length > 0 && page.Contains(word, StringComparison.Ordinal) && terminal.Contains(word, StringComparison.Ordinal), word));
    }

    [Fact]
    public async Task The_keys_work_each_in_its_role_and_nothing_works_without_one()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        string path = "/api/v1/credentials/" + site.World.TokenIds[0];
        foreach ((string? key, int status) in new[] { (null, 401), (site.World.PartyKey, 403), (site.World.OperatorKey, 200) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (key is not null)
            {
                request.Headers.Add("Authorization", "Bearer " + key);
            }

            Assert.Equal(status, (int)(await site.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        }
    }
}
