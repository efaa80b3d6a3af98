using System.Net;
using HwToken.Demo.Tests.Support;

namespace HwToken.Demo.Tests.Portal;

/// <summary>Seed files at the desk.</summary>
public class ImportPageTests
{
    private const string Hex = "3132333435363738393031323334353637383930";

    [Fact]
    public async Task A_list_of_many_megabytes_goes_in_at_the_desk()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        await site.OpenDeskAsync();
        string padding = string.Concat(Enumerable.Repeat("# " + new string('-', 77) + "\n", 80_000));
        await PostAsync(site, [("activate", "yes"), ("skip", "yes")], $"AUDIT,{Hex},hotp,8\n{padding}FT-000_1,{Hex}\nDPHT0000001,{Hex}\n");
        Assert.Equal(HttpStatusCode.OK, site.Page.Status);
        Assert.Contains("2 credentials were imported", site.Page.Html);
        Assert.Contains("DPHT0000001", site.Page.Html);
        Assert.Contains("8 digits", (await site.GetAsync("/desk/credential/AUDIT")).Html);
        Assert.Contains("FT-000_1", (await site.GetAsync("/desk/credential/ft000_1")).Html);
        Assert.Contains("FT-000_1", (await site.GetAsync("/desk?id=ft")).Html);
    }

    [Fact]
    public async Task What_was_imported_and_what_was_left_out_is_counted()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        await site.OpenDeskAsync();
        await PostAsync(site, [("skip", "yes")], $"TK01,{Hex}\nDPHT0000001,{Hex}\nTK02,{Hex}\n");
        Assert.Equal(("2", "1"), (site.Page.Text("imported"), site.Page.Text("left-out")));
    }

    [Fact]
    public async Task The_progress_of_no_import_is_nothing_and_nobody_else_is_told_it()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        Assert.Equal("/desk/sign-in", (await site.GetAsync("/desk/import?handler=progress&watch=x")).Path);
        await site.OpenDeskAsync();
        Assert.Equal(HttpStatusCode.NoContent, (await site.GetAsync("/desk/import?handler=progress&watch=x")).Status);
        await site.GetAsync("/desk/import");
        Assert.Equal(16, Assert.Single(site.Page.Marks("watch")).Length);
    }

    [Fact]
    public async Task Nothing_is_read_of_who_is_not_signed_in()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        await site.GetAsync("/desk/sign-in");
        await PostAsync(site, [], $"TK01,{Hex}\n", isOnPage: false);
        Assert.Contains("Sign in", site.Page.Html);
        await site.OpenDeskAsync();
        Assert.Contains("No token fits", (await site.GetAsync("/desk?id=TK01")).Html);
    }

    [Fact]
    public async Task Two_files_in_one_form_are_refused()
    {
        await using PortalSite site = await PortalSite.OpenAsync();
        await site.OpenDeskAsync();
        await site.GetAsync("/desk/import");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(site.Page.Forgery), "forgery" },
            { new StringContent($"TK01,{Hex}\n"), "file", "a.csv" },
            { new StringContent($"TK02,{Hex}\n"), "file", "b.csv" },
        };
        await site.PostAsync("/desk/import", form);
        Assert.Equal(HttpStatusCode.BadRequest, site.Page.Status);
    }

    private static async Task PostAsync(PortalSite site, (string Name, string Value)[] fields, string file, bool isOnPage = true)
    {
        if (isOnPage)
        {
            await site.GetAsync("/desk/import");
        }

        using var form = new MultipartFormDataContent { { new StringContent(site.Page.Forgery), "forgery" }, { new StringContent(file), "file", "seeds.csv" } };
        foreach ((string name, string value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        await site.PostAsync("/desk/import", form);
    }
}
