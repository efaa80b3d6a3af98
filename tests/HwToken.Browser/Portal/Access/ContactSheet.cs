using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace HwToken.Browser.Portal.Access;

/// <summary>
/// Every page in one picture for people to look at, a row a page: light and dark at three widths, as they stand in the window.
/// <c>artifacts/screenshots/contact-sheet-LANGUAGE-N.jpg</c>, and the rows' names beside them as a text. With <c>HWTOKEN_SHEETS=1</c>; without, only the
/// first pages, which shows that it still can: six pictures a page take as long as all that is checked of it.
/// </summary>
internal sealed class ContactSheet(string language) : IDisposable
{
    /// <summary>Widths of the window, and of the pictures on the sheet.</summary>
    private static readonly Dictionary<int, int> Thumbs = new() { [1280] = 520, [768] = 320, [360] = 200 };

    /// <summary>Pages of a run that nobody wants to look at.</summary>
    private const int Few = 2;

    private static readonly bool IsWanted = Environment.GetEnvironmentVariable("HWTOKEN_SHEETS") == "1";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hwtoken-sheet-");
    private readonly List<string> rows = [];
    private ICDPSession? camera;

    /// <summary>The columns: theme and width, as they stand on the sheet.</summary>
    public static IReadOnlyList<(ColorScheme Theme, int Width)> Columns { get; } =
        [.. new[] { ColorScheme.Light, ColorScheme.Dark }.SelectMany(theme => Thumbs.Keys.Select(width => (theme, width)))];

    /// <summary>Begins a page's row.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>False: the page needs no row.</returns>
    public bool Begin(string name)
    {
        if (!IsWanted && rows.Count == Few)
        {
            return false;
        }

        rows.Add(name);
        return true;
    }

    /// <summary>Takes the page as it stands, for one column of its row. The browser makes it small at once: the picture in full cost more than the page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="column">The column.</param>
    public async Task TakeAsync(IPage page, (ColorScheme Theme, int Width) column)
    {
        camera ??= await page.Context.NewCDPSessionAsync(page);
        var clip = new Dictionary<string, object> { ["x"] = 0, ["y"] = 0, ["width"] = column.Width, ["height"] = EveryPage.Height, ["scale"] = (double)Thumbs[column.Width] / column.Width };
        JsonElement? taken = await camera.SendAsync("Page.captureScreenshot", new Dictionary<string, object> { ["format"] = "jpeg", ["quality"] = 75, ["clip"] = clip });
        await File.WriteAllBytesAsync(PathOf(rows.Count - 1, column), taken!.Value.GetProperty("data").GetBytesFromBase64());
    }

    /// <summary>Lays them out, ten pages a sheet: ImageMagick's usual limits allow no more. Without ImageMagick there is no sheet; in CI that fails.</summary>
    public void Write()
    {
        File.WriteAllLines(Pictures.PathOf($"contact-sheet-{language}", "txt"), rows);
        if (Peer.Find("montage") is null && Environment.GetEnvironmentVariable("CI") != "true")
        {
            return;
        }

        string[] size = ["-mode", "concatenate", "-tile", $"{Columns.Count}x", "-background", "white", "-bordercolor", "white", "-border", "5", "-gravity", "north", "-quality", "75"];
        int sheet = 0;
        foreach (int[] some in Enumerable.Range(0, rows.Count).Chunk(10))
        {
            PeerAnswer answer = Peer.Run("montage", [.. size, .. some.SelectMany(row => Columns.Select(column => PathOf(row, column))), Pictures.PathOf($"contact-sheet-{language}-{++sheet}", "jpg")]);
            TestContext.Current.TestOutputHelper?.WriteLine(answer.Errors);
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string PathOf(int row, (ColorScheme Theme, int Width) column) =>
        Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{row:D4}-{column.Theme}-{column.Width}.jpg"));
}
