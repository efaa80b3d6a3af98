using System.Globalization;
using HwToken.Keeping;

namespace HwToken.Validation.Keys;

/// <summary>The key file of a database: numbered master keys (<c>master 1</c>) and the audit key (<c>audit</c>).</summary>
internal static class KeyRingFile
{
    private const string Remark = "HwToken master keys. Without this file no credential of the database can be used. Keep a copy in a safe.";

    /// <exception cref="KeyHolderException">The file is missing, can be read by others, or is damaged.</exception>
    public static KeyRing Read(string path)
    {
        try
        {
            var masters = new Dictionary<int, byte[]>();
            byte[]? audit = null;
            foreach (NamedKey key in KeyFile.Read(path))
            {
                if (key.Name == "audit")
                {
                    audit = key.Key;
                }
                else if (key.Name.Split(' ') is ["master", var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int id) && id > 0)
                {
                    masters[id] = key.Key;
                }
                else
                {
                    throw Damaged();
                }
            }

            return masters.Count > 0 && audit is not null ? new KeyRing(masters, audit) : throw Damaged();
        }
        catch (KeepingException refused)
        {
            throw new KeyHolderException(refused.Message, refused);
        }
    }

    /// <summary>Writes a first key file under a name of its own, until the database that belongs to it is there.</summary>
    public static void Prepare(string path, KeyRing ring) => Replace(Prepared(path), ring);

    /// <summary>Gives a prepared key file its name, if there is none yet and it belongs to the database.</summary>
    public static void Adopt(string path, Func<KeyRing, bool> fits)
    {
        if (File.Exists(path))
        {
            return;
        }

        try
        {
            if (fits(Read(Prepared(path))))
            {
                File.Move(Prepared(path), path, overwrite: false);
            }
        }
        catch (Exception cause) when (cause is (IOException or KeyHolderException) && (File.Exists(path) || !File.Exists(Prepared(path))))
        {
            // None was prepared, or another process that starts just now was faster, at reading or at naming: then it is the same file.
        }
    }

    /// <summary>Replaces the key file.</summary>
    public static void Replace(string path, KeyRing ring) => KeyFile.Replace(path, Remark, Keys(ring));

    private static string Prepared(string path) => path + ".new";

    private static IEnumerable<NamedKey> Keys(KeyRing ring) =>
        ring.Masters.OrderBy(key => key.Key).Select(key => new NamedKey(string.Create(CultureInfo.InvariantCulture, $"master {key.Key}"), key.Value)).Append(new NamedKey("audit", ring.Audit));

    private static KeyHolderException Damaged() => new("The key file is damaged. Restore it from its copy; do not make a new one.");
}
