using System.Globalization;
using System.Security.Cryptography;
using HwToken.Keeping;

namespace HwToken.Factory.Keys;

/// <summary>
/// A lot's root key in a key file, whole or as one of two parts (root = part 1 XOR part 2: one part alone tells nothing). Kept away from
/// the lot's folder.
/// </summary>
public static class LotKeyFile
{
    private const string Remark = "HwToken key of a lot. Without it the lot is lost. Keep it apart from the lot, and a copy in a safe.";

    /// <summary>Writes a root key.</summary>
    /// <param name="lotId">The lot.</param>
    /// <param name="root">32 bytes.</param>
    /// <param name="paths">One file for the whole key, two for two people. When the second cannot be written, the first is removed again.</param>
    /// <exception cref="KeepingException">One of them exists already, or cannot be written.</exception>
    public static void Write(string lotId, ReadOnlySpan<byte> root, IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        byte[] first = root.ToArray();
        byte[] second = new byte[LotKeys.RootBytes];
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
                WriteSecond(paths, lotId, second);
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
    /// <exception cref="FactoryException">It is another lot's key, or one part of two.</exception>
    /// <exception cref="KeepingException">A file is missing, open to others or damaged.</exception>
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

    private static void WritePart(string path, string lotId, int part, int of, byte[] key) =>
        KeyFile.Create(path, Remark, new NamedKey(string.Create(CultureInfo.InvariantCulture, $"lot {lotId} {part} of {of}"), key));

    private static void WriteSecond(IReadOnlyList<string> paths, string lotId, byte[] key)
    {
        try
        {
            WritePart(paths[1], lotId, 2, 2, key);
        }
        catch
        {
            File.Delete(paths[0]);
            throw;
        }
    }

    private static (int Part, int Of, byte[] Key) ReadPart(string path, string lotId)
    {
        NamedKey[] keys = [.. KeyFile.Read(path)];
        if (keys is not [{ Name: var name, Key: var key }] || name.Split(' ') is not ["lot", var lot, ("1" or "2") and var part, "of", ("1" or "2") and var of])
        {
            throw new FactoryException($"{path} is no key file of a lot.");
        }

        return lot == lotId ? (part[0] - '0', of[0] - '0', key) : throw new FactoryException($"{path} is the key of lot {lot}, not of {lotId}.");
    }

    private static void Combine(byte[] target, byte[] other)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] ^= other[i];
        }
    }
}
