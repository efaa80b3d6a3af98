using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace HwToken.Keeping;

/// <summary>A private file of keys: ASCII, one key a line, its name and then its 32 bytes in Base64. Lines that begin with # are for people.</summary>
public static class KeyFile
{
    /// <summary>Bytes of a key.</summary>
    public const int KeyBytes = 32;

    private const int EncodedBytes = 44;

    /// <summary>Writes a new key file.</summary>
    /// <param name="path">Where.</param>
    /// <param name="remark">For people, one line.</param>
    /// <param name="keys">The keys, in order.</param>
    /// <exception cref="KeepingException">The file exists already.</exception>
    public static void Create(string path, string remark, params IEnumerable<NamedKey> keys) => PrivateFile.Create(path, stream => Write(stream, remark, keys));

    /// <summary>Writes a new key file, unless there is one: then that one counts.</summary>
    /// <returns>False: there is one.</returns>
    public static bool TryCreate(string path, string remark, params IEnumerable<NamedKey> keys) => PrivateFile.TryCreate(path, stream => Write(stream, remark, keys));

    /// <summary>Replaces a key file in one step.</summary>
    public static void Replace(string path, string remark, params IEnumerable<NamedKey> keys) => PrivateFile.Replace(path, stream => Write(stream, remark, keys));

    /// <summary>Reads a key file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>At least one key, in the order of the file; the caller clears them.</returns>
    /// <exception cref="KeepingException">It is missing, open to others, or damaged. Nothing of its content is told.</exception>
    public static IReadOnlyList<NamedKey> Read(string path)
    {
        byte[] content = PrivateFile.Read(path);
        var keys = new List<NamedKey>();
        try
        {
            ReadOnlySpan<byte> rest = content;
            while (!rest.IsEmpty)
            {
                int end = rest.IndexOf((byte)'\n');
                ReadOnlySpan<byte> line = (end < 0 ? rest : rest[..end]).TrimEnd((byte)'\r');
                rest = end < 0 ? [] : rest[(end + 1)..];
                if (!line.IsEmpty && line[0] != (byte)'#')
                {
                    keys.Add(Key(line) ?? throw Damaged(path));
                }
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
        }

        return keys.Count > 0 ? keys : throw Damaged(path);
    }

    private static NamedKey? Key(ReadOnlySpan<byte> line)
    {
        int blank = line.LastIndexOf((byte)' ');
        if (blank < 1 || line.Length - blank - 1 != EncodedBytes || !Ascii.IsValid(line))
        {
            return null;
        }

        byte[] key = new byte[KeyBytes];
        bool isKey = Base64.DecodeFromUtf8(line[(blank + 1)..], key, out _, out int count) == System.Buffers.OperationStatus.Done && count == KeyBytes;
        return isKey ? new NamedKey(Encoding.ASCII.GetString(line[..blank]), key) : null;
    }

    private static void Write(Stream stream, string remark, IEnumerable<NamedKey> keys)
    {
        stream.Write(Encoding.ASCII.GetBytes($"# {remark}\n"));
        byte[] encoded = new byte[EncodedBytes];
        foreach (NamedKey key in keys)
        {
            stream.Write(Encoding.ASCII.GetBytes(key.Name + " "));
            Base64.EncodeToUtf8(key.Key, encoded, out _, out _);
            stream.Write(encoded);
            stream.WriteByte((byte)'\n');
        }

        CryptographicOperations.ZeroMemory(encoded);
    }

    private static KeepingException Damaged(string path) => new($"{path} is no key file, or is damaged. Restore it from its copy; do not make a new one.");
}
