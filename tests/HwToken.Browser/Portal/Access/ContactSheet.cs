using System.Globalization;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Access;

/// <summary>
/// Every page in one picture for people to look at, a row a page: light and dark at three widths, as they stand in the window.
/// <c>artifacts/screenshots/contact-sheet-LANGUAGE.jpg</c>.
/// </summary>
internal sealed class ContactSheet(string language) : IDisposable
{
    private const int Height = 800;

    /// <summary>Width of one picture on the sheet.</summary>
    private const int Thumb = 300;

    private static readonly int[] Widths = [1280, 768, 360];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hwtoken-sheet-");
    private readonly List<string> pictures = [];

    /// <summary>Takes a page's pictures in the theme that it stands in.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">Its name.</param>
    /// <param name="theme"><c>light</c> or <c>dark</c>.</param>
    public async Task TakeAsync(IPage page, string name, string theme)
    {
        foreach (int width in Widths)
        {
            await page.SetViewportSizeAsync(width, Height);
            string path = Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{pictures.Count:D4}.jpg"));
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = path, Type = ScreenshotType.Jpeg, Quality = 70 });
            pictures.AddRange(["-label", $"{name} {theme} {width}", path]);
        }
    }

    /// <summary>Lays them out. Without ImageMagick there is no sheet; in CI that fails.</summary>
    public void Write()
    {
        if (Peer.Find("montage") is null && Environment.GetEnvironmentVariable("CI") != "true")
        {
            return;
        }

        string[] size = ["-define", "jpeg:size=600x", "-geometry", $"{Thumb}x+6+6", "-tile", $"{2 * Widths.Length}x", "-gravity", "north", "-quality", "75"];
        PeerAnswer answer = Peer.Run("montage", [.. size, .. pictures, Pictures.PathOf($"contact-sheet-{language}", "jpg")]);
        Assert.True(answer.Exit == 0, answer.Errors);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
