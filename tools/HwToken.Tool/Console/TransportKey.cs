using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HwToken.Factory;
using HwToken.Keeping;
using HwToken.Pskc;

namespace HwToken.Tool.Console;

/// <summary>The pre-shared key that a seed file is sealed under: a private file of hex digits, made when it is not there.</summary>
internal static class TransportKey
{
    /// <summary>Seals under the key of a file. A key that was made for it goes again when sealing fails.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">16 or 32, by the profile.</param>
    /// <param name="seal">Seals.</param>
    /// <returns>What it returned.</returns>
    public static T Use<T>(string path, int bytes, Func<PskcKeySource, T> seal)
    {
        bool isMade = !File.Exists(path);
        if (isMade)
        {
            Make(path, bytes);
        }

        try
        {
            using PskcKeySource protection = Read(path, bytes);
            return seal(protection);
        }
        catch when (isMade)
        {
            File.Delete(path);
            throw;
        }
    }

    private static void Make(string path, int bytes)
    {
        if (PrivateFile.TryPlace(path) is { } exposed)
        {
            throw new FactoryException(exposed);
        }

        byte[] key = RandomNumberGenerator.GetBytes(bytes);
        byte[] hex = Encoding.ASCII.GetBytes(Convert.ToHexString(key) + "\n");
        PrivateFile.Create(path, stream => stream.Write(hex));
        CryptographicOperations.ZeroMemory(hex);
        CryptographicOperations.ZeroMemory(key);
    }

    private static PskcKeySource Read(string path, int bytes)
    {
        char[] text = PassphraseFile.Read(path);
        byte[] key = new byte[bytes];
        try
        {
            bool isKey = text.Length == 2 * bytes && Convert.FromHexString(text, key, out _, out _) == OperationStatus.Done;
            return isKey ? PskcKeySource.PreSharedKey(key) : throw new FactoryException(string.Create(CultureInfo.InvariantCulture, $"{path} must hold {2 * bytes} hex digits for this profile."));
        }
        finally
        {
            Array.Clear(text);
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
