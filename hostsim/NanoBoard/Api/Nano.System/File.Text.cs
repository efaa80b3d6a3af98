using System.Text;

namespace Nano.System.IO;

/// <content>Text, copies, and what is short for something else.</content>
public static partial class File
{
    /// <summary>Opens or makes a file to write text at its end.</summary>
    public static StreamWriter AppendText(string path) => new(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read));

    /// <summary>Writes text at the end of a file, which is made if it is not there. Durable when it returns.</summary>
    public static void AppendAllText(string path, string contents)
    {
        using StreamWriter writer = AppendText(path);
        writer.Write(contents);
    }

    /// <summary>Copies a file to a new one.</summary>
    /// <exception cref="IOException">The target exists.</exception>
    public static void Copy(string sourceFileName, string destFileName) => Copy(sourceFileName, destFileName, false);

    /// <summary>Copies a file.</summary>
    /// <exception cref="IOException">The target exists, and is not to be replaced.</exception>
    public static void Copy(string sourceFileName, string destFileName, bool overwrite)
    {
        using FileStream from = OpenRead(sourceFileName);
        using var to = new FileStream(destFileName, overwrite ? FileMode.Create : FileMode.CreateNew, FileAccess.Write, FileShare.None);
        from.CopyTo(to);
    }

    /// <summary>Makes or empties a file and opens it.</summary>
    public static FileStream Create(string path, int bufferSize) => new(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize);

    /// <summary>Opens a file to read text.</summary>
    public static StreamReader OpenText(string path) => new(OpenRead(path));

    /// <summary>Reads a whole file as UTF-8.</summary>
    public static string ReadAllText(string path)
    {
        byte[] bytes = ReadAllBytes(path);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Replaces or makes a file with text in UTF-8. Durable when it returns.</summary>
    public static void WriteAllText(string path, string contents)
    {
        ArgumentNullException.ThrowIfNull(contents);
        WriteAllBytes(path, Encoding.UTF8.GetBytes(contents));
    }
}
