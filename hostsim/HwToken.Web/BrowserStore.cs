using System.Globalization;
using System.Runtime.InteropServices.JavaScript;
using System.Text.Json;
using HwToken.Rack.Api;
using HwToken.Rack.Store;

namespace HwToken.Web;

/// <summary>Keeps tokens in the browser (<c>js/store.js</c>), an entry each. The page has made sure that no other tab shows them.</summary>
internal sealed partial class BrowserStore : ITokenStore
{
    /// <inheritdoc/>
    public IEnumerable<(int Place, string Where, SavedToken? Token)> ReadAll()
    {
        foreach (string name in Names().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int place) && place > 0)
            {
                yield return (place, $"token {name} in this browser", Read(name));
            }
        }
    }

    /// <inheritdoc/>
    public void Put(int place, SavedToken token)
    {
        try
        {
            Write(NameOf(place), JsonSerializer.Serialize(token, RackJson.Default.SavedToken));
        }
        catch (JSException e)
        {
            throw new IOException("The browser keeps no more: " + e.Message, e);
        }
    }

    /// <inheritdoc/>
    public void Discard(int place) => Remove(NameOf(place));

    /// <returns>Null when the entry holds no token that this version can read. Why is not told: the parser's words may hold secrets.</returns>
    private static SavedToken? Read(string name)
    {
        try
        {
            return JsonSerializer.Deserialize(Text(name) ?? "", RackJson.Default.SavedToken) is { Version: SavedToken.Form, Files: not null } saved && saved.Files.Values.All(content => content is not null) ? saved : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string NameOf(int place) => place.ToString(CultureInfo.InvariantCulture);

    [JSImport("names", "store")]
    private static partial string Names();

    [JSImport("text", "store")]
    private static partial string? Text(string name);

    [JSImport("write", "store")]
    private static partial void Write(string name, string text);

    [JSImport("remove", "store")]
    private static partial void Remove(string name);
}
