namespace HwToken.Keeping;

/// <summary>Files that people name: what goes wrong with them is told in their words, not the system's.</summary>
public static class InputFile
{
    private const int Most = 1 << 20;

    /// <summary>Opens a file for reading.</summary>
    /// <param name="path">As typed.</param>
    /// <returns>The open file; the caller disposes it.</returns>
    /// <exception cref="KeepingException">It is missing, a folder, or not ours to read.</exception>
    public static FileStream Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new KeepingException($"{path} is a folder. Name a file in it.");
        }

        try
        {
            return File.OpenRead(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            throw new KeepingException($"'{path}' is not there. Check the path; is the medium mounted?", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new KeepingException($"{path} may not be read by you. Check who owns it and its mode.", e);
        }
    }

    /// <summary>Reads a small text file: UTF-8, or UTF-16 that says so with its byte order mark.</summary>
    /// <param name="path">As typed.</param>
    /// <exception cref="KeepingException">As with <see cref="Open"/>, it is larger than 1 MiB, or it is no such text.</exception>
    public static string ReadText(string path)
    {
        using FileStream file = Open(path);
        return new string(StrictText.Decode(ReadAll(file, path), path));
    }

    /// <summary>Reads a small file to its end, also from a pipe.</summary>
    /// <returns>Its content; the caller clears it if it is secret.</returns>
    internal static byte[] ReadAll(FileStream file, string path)
    {
        byte[] room = new byte[4096];
        int length = 0;
        while (file.Read(room, length, room.Length - length) is var count and > 0)
        {
            length += count;
            if (length > Most)
            {
                throw new KeepingException($"{path} is larger than 1 MiB: it is not what is wanted here.");
            }

            if (length == room.Length)
            {
                byte[] larger = new byte[2 * room.Length];
                room.CopyTo(larger, 0);
                Array.Clear(room);
                room = larger;
            }
        }

        byte[] content = room[..length];
        Array.Clear(room);
        return content;
    }
}
