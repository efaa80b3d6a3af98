using System.Runtime.InteropServices;

namespace HwToken.Validation.Keys;

/// <summary>Writes files that only their owner may read.</summary>
internal static partial class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int ExistsAlready = 17;

    /// <summary>Writes a temporary file of mode 0600, flushes it to the disk and renames it. Without <paramref name="overwrite"/> an existing
    /// file stays: of several processes that write at once, the first one's content counts, and the others find it there.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content, bool overwrite)
    {
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerOnly;
            }

            using (var file = new FileStream(temporary, options))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            if (overwrite || !TryLink(temporary, path))
            {
                File.Move(temporary, path, overwrite);
            }
        }
        catch (IOException) when (!overwrite && File.Exists(path))
        {
            // Another process made the file first: its content counts.
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <exception cref="KeyHolderException">The file can be read by others.</exception>
    public static void CheckMode(string path, string what)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(OwnerOnly | UnixFileMode.UserExecute)) != 0)
        {
            throw new KeyHolderException($"{what} can be read by others than its owner. Set its mode to 0600.");
        }
    }

    /// <summary>
    /// Gives the file its name unless the name is taken, in one step. File.Move does not: on Unix it looks first and renames then, so
    /// that the later of two processes would replace the earlier one's key, which is in use by then.
    /// </summary>
    /// <returns>False where there are no hard links.</returns>
    private static bool TryLink(string from, string to) =>
        !OperatingSystem.IsWindows() && (Link(from, to) == 0 || Marshal.GetLastPInvokeError() == ExistsAlready);

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string from, string to);
}
