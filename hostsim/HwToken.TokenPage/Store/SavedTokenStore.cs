using System.Globalization;
using System.Text.Json;
using HwToken.Keeping;
using HwToken.Rack.Store;

namespace HwToken.TokenPage.Store;

/// <summary>Keeps tokens in a data folder between runs, a file each. Only one program at a time, only its owner.</summary>
public sealed class SavedTokenStore : ITokenStore, IDisposable
{
    private readonly string _folder;
    private readonly FileStream _lock;

    /// <summary>Opens the folder, making it if needed.</summary>
    /// <param name="data">The data folder; nothing outside it is touched.</param>
    /// <exception cref="IOException">It is in use, or cannot be made; the message says what to do.</exception>
    public SavedTokenStore(string data)
    {
        PrivateFolder.Create(data);
        _folder = Path.Combine(data, "tokens");
        PrivateFolder.Create(_folder);
        try
        {
            _lock = PrivateFile.Hold(Path.Combine(_folder, "lock"));
        }
        catch (IOException e)
        {
            throw new IOException($"The tokens in '{data}' are in use by another 'serve'. End it, or give this one another folder with --data.", e);
        }
    }

    /// <summary>The file of pools and leases, under the same lock.</summary>
    internal string LeaseFile => Path.Combine(_folder, "leases.db");

    /// <inheritdoc/>
    public IEnumerable<(int Place, string Where, SavedToken? Token)> ReadAll()
    {
        foreach (string path in Directory.EnumerateFiles(_folder, "*.json").Order(StringComparer.Ordinal))
        {
            if (int.TryParse(Path.GetFileNameWithoutExtension(path), NumberStyles.None, CultureInfo.InvariantCulture, out int place) && place > 0)
            {
                yield return (place, path, Read(path));
            }
        }
    }

    /// <summary>Saves a token: whole, and on the disk. A crash in between leaves the old file whole.</summary>
    /// <inheritdoc/>
    public void Put(int place, SavedToken token) => PrivateFile.Replace(PathOf(place), file => JsonSerializer.Serialize(file, token));

    /// <inheritdoc/>
    public void Discard(int place) => File.Delete(PathOf(place));

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    /// <returns>Null when the file holds no token that this version can read. Why is not told: the parser's words may hold secrets.</returns>
    private static SavedToken? Read(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return JsonSerializer.Deserialize<SavedToken>(file) is { Version: SavedToken.Form, Files: not null } saved && saved.Files.Values.All(content => content is not null) ? saved : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string PathOf(int place) => Path.Combine(_folder, place.ToString(CultureInfo.InvariantCulture) + ".json");
}
