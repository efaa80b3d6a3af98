using System.Security.Cryptography;
using System.Text;

namespace HwToken.Factory.Stations;

/// <summary>Keeps two stations off one port. The operating system lets go of it when the process ends, however it ends.</summary>
internal sealed class PortLock : IDisposable
{
    private readonly FileStream _file;

    private PortLock(FileStream file) => _file = file;

    /// <returns>Null when another station has the port.</returns>
    public static PortLock? TryTake(string folder, string port)
    {
        Directory.CreateDirectory(folder);
        string name = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(port)).AsSpan(0, 12)) + ".lock";
        try
        {
            return new PortLock(new FileStream(Path.Combine(folder, name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
