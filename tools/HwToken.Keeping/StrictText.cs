using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text.Unicode;

namespace HwToken.Keeping;

/// <summary>
/// Text as people's editors save it: UTF-8, with or without byte order mark, or UTF-16 with its mark. Anything else is refused with the place of the
/// byte: guessed at, a passphrase in an old code page would become question marks, and different ones would be the same.
/// </summary>
public static class StrictText
{
    private const int PairBytes = 2;

    /// <summary>Decodes a whole file.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="path">Its name, for the message.</param>
    /// <returns>The characters without byte order mark; the caller clears them if they are secret.</returns>
    /// <exception cref="KeepingException">It is neither; the message tells the place, counted from 1.</exception>
    public static char[] Decode(ReadOnlySpan<byte> content, string path) => content switch
    {
        [0xEF, 0xBB, 0xBF, ..] => DecodeUtf8(content, 3, path),
        [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => throw new KeepingException($"{path} is UTF-32. Save it as UTF-8."),
        [0xFF, 0xFE, ..] => DecodeUtf16(content, path, BinaryPrimitives.ReadUInt16LittleEndian),
        [0xFE, 0xFF, ..] => DecodeUtf16(content, path, BinaryPrimitives.ReadUInt16BigEndian),
        _ => DecodeUtf8(content, 0, path),
    };

    private static char[] DecodeUtf8(ReadOnlySpan<byte> content, int mark, string path)
    {
        if (content.IndexOf((byte)0) is var zero and >= 0)
        {
            throw Refuse(content, zero, path, "UTF-8 text; UTF-16 is taken with its byte order mark only");
        }

        char[] room = new char[content.Length - mark];
        if (Utf8.ToUtf16(content[mark..], room, out int read, out int written, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            Array.Clear(room);
            throw Refuse(content, mark + read, path, "UTF-8");
        }

        char[] text = room[..written];
        Array.Clear(room);
        return text;
    }

    private static char[] DecodeUtf16(ReadOnlySpan<byte> content, string path, ReadUnit read)
    {
        char[] text = new char[(content.Length / PairBytes) - 1];
        for (int i = 0; i < text.Length; i++)
        {
            text[i] = (char)read(content[(PairBytes * (i + 1))..]);
        }

        for (int i = 0; i < text.Length; i++)
        {
            bool isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (text[i] == 0 || (char.IsSurrogate(text[i]) && !isPair))
            {
                Array.Clear(text);
                throw Refuse(content, PairBytes * (i + 1), path, "UTF-16");
            }

            i += isPair ? 1 : 0;
        }

        return content.Length % PairBytes == 0 ? text : throw Refuse(content, content.Length - 1, path, "UTF-16");
    }

    /// <summary>The place alone: the byte's value may be part of a passphrase.</summary>
    private static KeepingException Refuse(ReadOnlySpan<byte> content, int at, string path, string what) => new(string.Create(
        CultureInfo.InvariantCulture, $"{path}, byte {at + 1} (line {content[..at].Count((byte)'\n') + 1}) is no {what}. Save the file as UTF-8."));

    private delegate ushort ReadUnit(ReadOnlySpan<byte> bytes);
}
