namespace HwToken.Factory;

/// <summary>Files that people name: what goes wrong with them is told in their words, not the system's.</summary>
public static class InputFile
{
    /// <summary>Opens a file for reading.</summary>
    /// <param name="path">As typed.</param>
    /// <returns>The open file; the caller disposes it.</returns>
    /// <exception cref="FactoryException">It is missing, a folder, or not ours to read.</exception>
    public static FileStream Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new FactoryException($"{path} is a folder. Name a file in it.");
        }

        try
        {
            return File.OpenRead(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            throw new FactoryException($"'{path}' is not there. Check the path.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new FactoryException($"{path} may not be read by you. Check who owns it and its mode.", e);
        }
    }

    /// <summary>Reads a small text file of UTF-8, with or without byte order mark.</summary>
    /// <param name="path">As typed.</param>
    /// <exception cref="FactoryException">As with <see cref="Open"/>, or it is larger than 1 MiB.</exception>
    public static string ReadText(string path)
    {
        const int most = 1 << 20;
        using FileStream file = Open(path);
        using var reader = new StreamReader(file);
        var text = new char[most + 1];
        int length = reader.ReadBlock(text);
        return length <= most ? new string(text, 0, length) : throw new FactoryException($"{path} is larger than 1 MiB: it is not what is wanted here.");
    }
}
