using System.Globalization;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Access;

/// <summary>
/// Every page in one picture for people to look at, a row a page: light and dark at three widths, as they stand in the window.
/// <c>artifacts/screenshots/contact-sheet-LANGUAGE-N.jpg</c>, and the rows' names beside them as a text.
/// </summary>
internal sealed class ContactSheet(string language) : IDisposable
{
    private const int Height = 800;

    /// <summary>Width of one picture on the sheet.</summary>
    private const int Thumb = 300;

    private static readonly int[] Widths = [1280, 768, 360];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hwtoken-sheet-");
    private readonly List<string> pictures = [];
    private readonly List<string> rows = [];

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
            pictures.Add(path);
        }

        if (theme == "light")
        {
            rows.Add(name);
        }
    }

    /// <summary>Lays them out, ten pages a sheet: ImageMagick's usual limits allow no more. Without ImageMagick there is no sheet; in CI that fails.</summary>
    public void Write()
    {
        File.WriteAllLines(Pictures.PathOf($"contact-sheet-{language}", "txt"), rows);
        if (Peer.Find("montage") is null && Environment.GetEnvironmentVariable("CI") != "true")
        {
            return;
        }

        string[] size = ["-define", "jpeg:size=320x", "-filter", "box", "-geometry", $"{Thumb}x+6+6", "-tile", $"{2 * Widths.Length}x", "-gravity", "north", "-quality", "75"];
        int sheet = 0;
        foreach (string[] some in pictures.Chunk(10 * 2 * Widths.Length))
        {
            PeerAnswer answer = Peer.Run("montage", [.. size, .. some, Pictures.PathOf($"contact-sheet-{language}-{++sheet}", "jpg")]);
            TestContext.Current.TestOutputHelper?.WriteLine(answer.Errors);
        }
    }

    public void Dispose() => folder.Delete(recursive: true);
}
