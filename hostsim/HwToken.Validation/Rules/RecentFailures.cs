using System.Buffers.Binary;
using System.Security.Cryptography;

namespace HwToken.Validation.Rules;

/// <summary>
/// Refused codes of the last minute, each as a keyed digest of eight bytes and the time in milliseconds. A code that was refused a moment ago and
/// comes again (a button pressed twice, a form sent again) tells a guesser nothing, and costs the owner nothing.
/// </summary>
internal static class RecentFailures
{
    private const int Digest = 8;
    private const int Entry = Digest + sizeof(long);

    /// <summary>Most that are kept: no more failures than these can be counted before the lock.</summary>
    private const int Most = 16;

    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    /// <summary>Whether these codes were refused within the last minute.</summary>
    /// <param name="recent">Entries as stored.</param>
    /// <param name="codes">The codes that were refused now.</param>
    /// <param name="key">Key that is not in the database: six digits alone would be told from their digest.</param>
    /// <param name="now">Unix time in milliseconds.</param>
    /// <param name="next">Entries to store: old ones gone, a new code added.</param>
    public static bool Contains(byte[] recent, TypedCodes codes, ReadOnlySpan<byte> key, long now, out byte[] next)
    {
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> text = stackalloc byte[1 + (2 * sizeof(uint))];
        text[0] = codes.Second is null ? (byte)1 : (byte)2;
        BinaryPrimitives.WriteUInt32BigEndian(text[1..], codes.First);
        BinaryPrimitives.WriteUInt32BigEndian(text[5..], codes.Second ?? 0);
        HMACSHA256.HashData(key, text, digest);

        bool isThere = false;
        var kept = new List<byte>(recent.Length + Entry);
        for (int at = 0; at + Entry <= recent.Length; at += Entry)
        {
            ReadOnlySpan<byte> entry = recent.AsSpan(at, Entry);
            long age = now - BinaryPrimitives.ReadInt64BigEndian(entry[Digest..]);
            if (age >= 0 && age < Remembered.TotalMilliseconds)
            {
                kept.AddRange(entry);
                isThere |= entry[..Digest].SequenceEqual(digest[..Digest]);
            }
        }

        if (!isThere && kept.Count < Most * Entry)
        {
            Span<byte> added = stackalloc byte[Entry];
            digest[..Digest].CopyTo(added);
            BinaryPrimitives.WriteInt64BigEndian(added[Digest..], now);
            kept.AddRange(added);
        }

        next = [.. kept];
        return isThere;
    }
}
