using System.Security.Cryptography;
using System.Text.Json;

namespace HwToken.Factory.Keys;

/// <summary>
/// A lot's root key in a file, whole or as one of two parts (root = part 1 XOR part 2: one part alone tells nothing). Kept away from
/// the lot's folder, with mode 0600.
/// </summary>
public static class KeyFile
{
    private const string Format = "hwtoken-lot-key-1";

    /// <summary>Writes a root key.</summary>
    /// <param name="lotId">The lot.</param>
    /// <param name="root">32 bytes.</param>
    /// <param name="paths">One file for the whole key, two for two people.</param>
    public static void Write(string lotId, ReadOnlySpan<byte> root, IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        byte[] second = new byte[LotKeys.RootBytes];
        byte[] first = root.ToArray();
        try
        {
            if (paths.Count == 2)
            {
                RandomNumberGenerator.Fill(second);
                Combine(first, second);
            }

            WritePart(paths[0], lotId, 1, paths.Count, first);
            if (paths.Count == 2)
            {
                WritePart(paths[1], lotId, 2, 2, second);
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(first);
            CryptographicOperations.ZeroMemory(second);
        }
    }

    /// <summary>Reads a root key.</summary>
    /// <param name="lotId">The lot.</param>
    /// <param name="paths">The file, or both parts in any order.</param>
    /// <returns>32 bytes; the caller clears them.</returns>
    /// <exception cref="FactoryException">A file is missing, open to others, of another lot, or one part of two.</exception>
    public static byte[] Read(string lotId, IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var root = new byte[LotKeys.RootBytes];
        var parts = new HashSet<int>();
        int of = 1;
        foreach (string path in paths)
        {
            (int part, of, byte[] key) = ReadPart(path, lotId);
            Combine(root, key);
            CryptographicOperations.ZeroMemory(key);
            if (!parts.Add(part))
            {
                throw new FactoryException($"{path} is the same part of the key again. Both people's files are needed.");
            }
        }

        return parts.Count == of
            ? root
            : throw new FactoryException($"The key of lot {lotId} is split between two people: give both files (--key FILE --key FILE).");
    }

    private static void WritePart(string path, string lotId, int part, int of, byte[] key) => PrivateFile.Write(path, stream =>
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteString("lot", lotId);
        json.WriteNumber("part", part);
        json.WriteNumber("of", of);
        json.WriteBase64String("key", key);
        json.WriteEndObject();
    });

    private static (int Part, int Of, byte[] Key) ReadPart(string path, string lotId)
    {
        PrivateFile.CheckMode(path);
        byte[] content = File.ReadAllBytes(path);
        try
        {
            using JsonDocument json = JsonDocument.Parse(content);
            JsonElement file = json.RootElement;
            if (file.GetProperty("format").GetString() != Format)
            {
                throw new FactoryException($"{path} is no key file of a lot.");
            }

            string? lot = file.GetProperty("lot").GetString();
            byte[] key = file.GetProperty("key").GetBytesFromBase64();
            return lot == lotId && key.Length == LotKeys.RootBytes
                ? (file.GetProperty("part").GetInt32(), file.GetProperty("of").GetInt32(), key)
                : throw new FactoryException($"{path} is the key of lot {lot}, not of {lotId}.");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new FactoryException($"{path} is no key file of a lot.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
        }
    }

    private static void Combine(byte[] target, byte[] other)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] ^= other[i];
        }
    }
}
