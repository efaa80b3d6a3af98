namespace HwToken.Browser.Portal.Access;

/// <summary>Every page for everybody, in English; the other language is a class of its own, so that both go on beside each other.</summary>
public class EveryEnglishPageTests(Chromium chromium)
{
    [Fact]
    public async Task Every_page_passes_axe_and_the_Tab_key_and_fits_its_window_in_light_and_dark()
    {
        IReadOnlyList<string> faults = await EveryPage.FaultsAsync(chromium, "en");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
