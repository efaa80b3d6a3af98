using System.Globalization;
using System.Text;

namespace HwToken.Validation.Keys;

/// <summary>
/// The key file: text, mode 0600, one key a line (<c>master 1 &lt;Base64&gt;</c>, <c>audit &lt;Base64&gt;</c>). Written whole to a new file,
/// flushed to the disk and renamed, so a crash leaves the old or the new one.
/// </summary>
internal static class KeyFile
{
    private const string Head = "# HwToken master keys. Without this file no credential of the database can be used. Keep a copy in a safe.";

    /// <exception cref="KeyHolderException">The file can be read by others, or is damaged.</exception>
    public static KeyRing Read(string path)
    {
        PrivateFile.CheckMode(path, "The key file");

        var masters = new Dictionary<int, byte[]>();
        byte[]? audit = null;
        foreach (string line in File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#'))
        {
            string[] words = line.Split(' ');
            if (words is ["audit", var auditText])
            {
                audit = Key(auditText);
            }
            else if (words is ["master", var number, var text] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int id) && id > 0)
            {
                masters[id] = Key(text);
            }
            else
            {
                throw Damaged();
            }
        }

        return masters.Count > 0 && audit is not null ? new KeyRing(masters, audit) : throw Damaged();
    }

    /// <summary>Writes a first key file. When another process was faster, its file stands.</summary>
    public static void Create(string path, KeyRing ring) => Write(path, ring, overwrite: false);

    /// <summary>Replaces the key file.</summary>
    public static void Replace(string path, KeyRing ring) => Write(path, ring, overwrite: true);

    private static void Write(string path, KeyRing ring, bool overwrite)
    {
        var text = new StringBuilder().AppendLine(Head);
        foreach ((int id, byte[] key) in ring.Masters.OrderBy(key => key.Key))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"master {id} {Convert.ToBase64String(key)}");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"audit {Convert.ToBase64String(ring.Audit)}");
        PrivateFile.Write(path, Encoding.ASCII.GetBytes(text.ToString()), overwrite);
    }

    private static byte[] Key(string text)
    {
        var key = new byte[SecretSealer.KeyBytes];
        return Convert.TryFromBase64String(text, key, out int count) && count == key.Length ? key : throw Damaged();
    }

    private static KeyHolderException Damaged() => new("The key file is damaged. Restore it from its copy; do not make a new one.");
}
