using Microsoft.Win32.SafeHandles;

namespace HwToken.Keeping;

/// <summary>
/// A file on its way to its name. On Linux it has no name until it is whole, so a process that is killed leaves nothing. Elsewhere it has a
/// temporary name and, when it is private, no permissions at all until it is whole: what a killed process leaves cannot be read.
/// </summary>
internal sealed class Draft : IDisposable
{
    private const UnixFileMode AsUmaskSays = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private readonly string _path;
    private readonly string _temporary;
    private readonly bool _isPrivate;
    private readonly bool _isNamed;

    /// <param name="path">The full path that it is for. Its folder is made if it is missing.</param>
    /// <param name="isPrivate">Nobody else may read it.</param>
    /// <param name="canBeNameless">False: as on a system that has no files without a name.</param>
    public Draft(string path, bool isPrivate, bool canBeNameless = true)
    {
        string folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        (_path, _temporary, _isPrivate) = (path, $"{path}.{Guid.NewGuid():N}.tmp", isPrivate);
        if (canBeNameless && UnixCalls.TryOpenNameless(folder, isPrivate ? OwnerOnly.FileMode : AsUmaskSays) is { } handle)
        {
            Content = new FileStream(handle, FileAccess.Write);
            return;
        }

        _isNamed = true;
        Content = !isPrivate
            ? new FileStream(_temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None)
            : OperatingSystem.IsWindows() ? WindowsOwner.Create(_temporary) : new FileStream(_temporary, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, UnixCreateMode = UnixFileMode.None });
    }

    /// <summary>What to write to.</summary>
    public FileStream Content { get; }

    /// <summary>Brings it to the disk under its name.</summary>
    /// <param name="replace">False: an existing file stays.</param>
    /// <returns>False: the name was taken.</returns>
    public bool TryKeep(bool replace)
    {
        Content.Flush(flushToDisk: true);
        if (_isNamed && _isPrivate && !OperatingSystem.IsWindows())
        {
            Open(Content.SafeFileHandle);
        }

        bool isKept = replace ? Replace() : Name();
        if (!OperatingSystem.IsWindows())
        {
            UnixCalls.FlushFolder(Path.GetDirectoryName(_path)!);
        }

        return isKept;
    }

    public void Dispose()
    {
        Content.Dispose();
        File.Delete(_temporary);
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void Open(SafeFileHandle handle)
    {
        try
        {
            File.SetUnixFileMode(handle, OwnerOnly.FileMode);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            // A medium without modes. Whether others can read it there was decided before.
        }
    }

    private bool Replace()
    {
        if (!_isNamed)
        {
            UnixCalls.TryName(Content.SafeFileHandle, _temporary);
        }

        Content.Dispose();
        File.Move(_temporary, _path, overwrite: true);
        return true;
    }

    private bool Name()
    {
        if (!_isNamed)
        {
            return UnixCalls.TryName(Content.SafeFileHandle, _path);
        }

        Content.Dispose();
        bool? isLinked = OperatingSystem.IsWindows() ? null : UnixCalls.TryLink(_temporary, _path);
        return isLinked ?? Move();
    }

    /// <summary>Without hard links: on Windows one step; on FAT under Unix two, which is as well as it goes there.</summary>
    private bool Move()
    {
        try
        {
            File.Move(_temporary, _path);
            return true;
        }
        catch (IOException) when (File.Exists(_path))
        {
            return false;
        }
    }
}
