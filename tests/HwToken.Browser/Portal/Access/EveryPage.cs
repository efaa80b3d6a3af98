using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Access;

/// <summary>Looks at every page: axe in both themes, the Tab key alone, wide and narrow windows, weight; and lays them out on a sheet for people to look at.</summary>
internal static class EveryPage
{
    /// <summary>Height of the window.</summary>
    public const int Height = 800;

    private const int Wide = 1280;
    private const int Narrow = 360;

    /// <summary>The tray beside the page comes by itself, and the page does not wait for it: an empty frame at first.</summary>
    private const string HasFrames = "() => [...document.querySelectorAll('iframe')].every((e) => e.contentDocument.URL !== 'about:blank' && e.contentDocument.readyState === 'complete')";

    /// <summary>What is wrong with any page in a language.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(Chromium chromium, string language)
    {
        await using DemoWindow window = await DemoWindow.OpenAsync(chromium, language, hasTray: true);
        using var sheet = new ContactSheet(language);
        List<string> faults = [];
        await window.Page.SetViewportSizeAsync(Wide, Height);
        await Gallery.WalkAsync(window, async name =>
        {
            IPage page = window.Page;
            void Add(string where, string[] found) => faults.AddRange(found.Select(fault => $"{name} {where}: {fault}"));
            bool isPictured = sheet.Begin(name);
            await page.WaitForFunctionAsync(HasFrames);
            Add("weight", await Weight.FaultsAsync(page));
            Add("wide", await Fit.FaultsAsync(page));
            Add("light", await Axe.FaultsAsync(page));
            Add("keyboard", await TabWalk.FaultsAsync(page));

            // A width at a time, and at each first the theme that the window has: fewest turns.
            ColorScheme theme = ColorScheme.Light;
            foreach (IGrouping<int, (ColorScheme Theme, int Width)> width in ContactSheet.Columns.Where(column => isPictured || IsChecked(column)).GroupBy(column => column.Width))
            {
                await page.SetViewportSizeAsync(width.Key, Height);
                if (width.Key == Narrow)
                {
                    Add("narrow", await Fit.FaultsAsync(page));
                    if (isPictured)
                    {
                        await window.PictureAsync(name + "-narrow");
                    }
                }

                ColorScheme first = theme;
                foreach ((ColorScheme Theme, int Width) column in width.OrderBy(column => column.Theme != first))
                {
                    if (theme != column.Theme && await TurnAsync(page, theme = column.Theme) && column == (ColorScheme.Dark, Wide))
                    {
                        Add("dark", await Axe.ColourFaultsAsync(page));
                    }

                    if (isPictured)
                    {
                        await sheet.TakeAsync(page, column);
                    }
                }
            }

            await TurnAsync(page, ColorScheme.Light);
            await page.SetViewportSizeAsync(Wide, Height);
        });
        sheet.Write();
        return faults;
    }

    /// <summary>Colours are looked at in a wide window, and whether it fits in one theme.</summary>
    private static bool IsChecked((ColorScheme Theme, int Width) column) => column.Width == Wide || column == (ColorScheme.Dark, Narrow);

    /// <returns>False when the page looks the same as before: it has one theme.</returns>
    private static async Task<bool> TurnAsync(IPage page, ColorScheme theme)
    {
        const string Colours = "() => [...document.querySelectorAll('body, main, h1, input, button')].map((e) => getComputedStyle(e).color + getComputedStyle(e).backgroundColor).join()";
        string before = await page.EvaluateAsync<string>(Colours);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = theme });
        return before != await page.EvaluateAsync<string>(Colours);
    }
}
