using System.Security.Cryptography;
using System.Text;
using HwToken.Factory;
using HwToken.Keeping;
using HwToken.Pskc;

namespace HwToken.Tool.Console;

/// <summary>The file with the pre-shared key of a seed file. A new one is made on disk only when the seed file is about to be written, and goes again when that fails.</summary>
internal sealed class TransportKeyFile
{
    private readonly string path;
    private readonly bool isNew;

    /// <param name="path">Of the file; it may be missing.</param>
    /// <param name="bytes">Length of the key: 16 or 32.</param>
    public TransportKeyFile(string path, int bytes)
    {
        this.path = path;
        isNew = !File.Exists(path);
        Key = isNew ? RandomNumberGenerator.GetBytes(bytes) : Read(path, bytes);
    }

    private byte[] Key { get; }

    /// <summary>Writes with the key; a new key file stays only when that succeeds.</summary>
    public void Use(Action<PskcKeySource> write)
    {
        bool isDone = false;
        try
        {
            if (isNew)
            {
                byte[] hex = Encoding.ASCII.GetBytes(Convert.ToHexString(Key) + "\n");
                PrivateFile.Create(path, stream => stream.Write(hex));
                CryptographicOperations.ZeroMemory(hex);
            }

            using PskcKeySource source = PskcKeySource.PreSharedKey(Key);
            write(source);
            isDone = true;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(Key);
            if (isNew && !isDone)
            {
                File.Delete(path);
            }
        }
    }

    private static byte[] Read(string path, int bytes)
    {
        char[] text = PassphraseFile.Read(path);
        try
        {
            var key = new byte[bytes];
            return text.Length == 2 * bytes && Convert.FromHexString(text, key, out _, out _) == System.Buffers.OperationStatus.Done
                ? key
                : throw new FactoryException($"{path} must hold {2 * bytes} hex digits for this profile.");
        }
        finally
        {
            Array.Clear(text);
        }
    }
}
