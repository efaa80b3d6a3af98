using System.Globalization;
using System.Text;
using HwToken.Keeping;
using HwToken.Validation.Keys;

namespace HwToken.Validation.Epochs;

/// <summary>
/// The highest epoch of the database that this host has seen, in a file beside the key file. A database that was put back from a copy is
/// behind it: codes that were accepted since the copy would be taken again.
/// </summary>
internal sealed class EpochFile(string path)
{
    private const string Head = "# How far the HwToken database had come when this host last used it. Do not copy it back together with the database.";

    /// <summary>What the file says; null when there is none.</summary>
    /// <exception cref="KeyHolderException">The file is damaged.</exception>
    public EpochMark? Read()
    {
        if (!File.Exists(path))
        {
            return null;
        }

        string[] lines = [.. File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#')];
        return lines is [var service, var epoch] && service.StartsWith("service ", StringComparison.Ordinal) && epoch.StartsWith("epoch ", StringComparison.Ordinal)
            && long.TryParse(epoch.AsSpan("epoch ".Length), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
                ? new EpochMark(service["service ".Length..], number)
                : throw new KeyHolderException($"The file '{path}' is damaged, so nobody can tell whether the database was put back from a copy. Start once with 'serve --restored', which writes it anew.");
    }

    /// <summary>Moves the file forward, never back.</summary>
    /// <exception cref="KeyHolderException">It cannot be written.</exception>
    public void Raise(EpochMark mark)
    {
        try
        {
            if (Read() is { } now && now.Service == mark.Service && now.Epoch >= mark.Epoch)
            {
                return;
            }

            Write(mark);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or KeepingException)
        {
            throw new KeyHolderException($"The file '{path}' cannot be written. Give it another place with --epoch-file, where this user may write.", e);
        }
    }

    /// <summary>Replaces the file, whatever it says.</summary>
    public void Write(EpochMark mark)
    {
        byte[] text = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Head}\nservice {mark.Service}\nepoch {mark.Epoch}\n"));
        PrivateFile.Replace(path, stream => stream.Write(text));
    }
}
