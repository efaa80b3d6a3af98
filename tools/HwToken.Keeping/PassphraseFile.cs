using System.Security.Cryptography;

namespace HwToken.Keeping;

/// <summary>A private file whose first line is a passphrase.</summary>
public static class PassphraseFile
{
    /// <summary>Reads the passphrase.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The first line without its end; the caller clears it.</returns>
    /// <exception cref="KeepingException">It is missing, open to others, no UTF-8 or UTF-16 text, or its first line is empty.</exception>
    public static char[] Read(string path)
    {
        byte[] content = PrivateFile.Read(path);
        char[] text = [];
        try
        {
            text = StrictText.Decode(content, path);
            int end = text.AsSpan().IndexOfAny('\r', '\n');
            char[] passphrase = end < 0 ? [.. text] : text[..end];
            return passphrase.Length > 0 ? passphrase : throw new KeepingException($"{path} holds no passphrase in its first line.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
            Array.Clear(text);
        }
    }
}
