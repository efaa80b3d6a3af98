using NanoBoard.Chips;
using NanoBoard.Running;

namespace Nano.System.IO;

/// <summary>nanoFramework's <c>System.IO.Directory</c> on the internal volume <c>I:</c>. Failures are an <see cref="IOException"/>.</summary>
public static class Directory
{
    /// <summary>Makes a folder, not those above it. Nothing happens when it is there.</summary>
    /// <exception cref="IOException">The folder above is missing, or there is a file of this name.</exception>
    public static DirectoryInfo CreateDirectory(string path)
    {
        Boot boot = Boot.Call();
        string place = VolumePath.Parse(path);
        FlashVolume flash = boot.Board.Flash;
        if (!flash.HasFolder(boot, place))
        {
            if (flash.Exists(boot, place) || !flash.HasFolder(boot, VolumePath.FolderOf(place)))
            {
                throw new IOException("There is a file of this name, or the folder above is missing.");
            }

            flash.CreateFolder(boot, place);
        }

        return new DirectoryInfo(VolumePath.Of(place));
    }

    /// <summary>Removes an empty folder.</summary>
    /// <exception cref="IOException">It is missing or not empty.</exception>
    public static void Delete(string path) => Delete(path, false);

    /// <summary>Removes a folder.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="recursive">With all that lies in it, step by step.</param>
    /// <exception cref="IOException">It is missing, the root, or not empty and not to be emptied.</exception>
    public static void Delete(string path, bool recursive)
    {
        Boot boot = Boot.Call();
        string place = Existing(boot, path);
        string[] files = boot.Board.Flash.In(boot, place, folders: false);
        string[] folders = boot.Board.Flash.In(boot, place, folders: true);
        if (place.Length == 0 || (!recursive && files.Length + folders.Length > 0))
        {
            throw new IOException("The folder is not empty, or the root.");
        }

        foreach (string file in files)
        {
            File.Delete(VolumePath.Of(file));
        }

        foreach (string folder in folders)
        {
            Delete(VolumePath.Of(folder), true);
        }

        boot.Board.Flash.DeleteFolder(boot, place);
    }

    /// <summary>The folder exists.</summary>
    public static bool Exists(string path)
    {
        Boot boot = Boot.Call();
        return VolumePath.TryParse(path, out string place) && boot.Board.Flash.HasFolder(boot, place);
    }

    /// <summary>Where relative names lead; <c>\</c> until it is set, which leads nowhere.</summary>
    public static string GetCurrentDirectory() => Boot.Call().Files.CurrentDirectory;

    /// <summary>Paths of the files in a folder.</summary>
    /// <exception cref="IOException">There is no such folder.</exception>
    public static string[] GetFiles(string path)
    {
        Boot boot = Boot.Call();
        return [.. boot.Board.Flash.In(boot, Existing(boot, path), folders: false).Select(VolumePath.Of)];
    }

    /// <summary>Paths of the folders in a folder.</summary>
    /// <exception cref="IOException">There is no such folder.</exception>
    public static string[] GetDirectories(string path)
    {
        Boot boot = Boot.Call();
        return [.. boot.Board.Flash.In(boot, Existing(boot, path), folders: true).Select(VolumePath.Of)];
    }

    /// <summary>Gives a folder another place, with all that lies in it.</summary>
    /// <exception cref="IOException">It is missing or the root, the target exists, or the folder above the target does not.</exception>
    public static void Move(string sourceDirName, string destDirName)
    {
        Boot boot = Boot.Call();
        string from = Existing(boot, sourceDirName);
        string to = VolumePath.Parse(destDirName);
        FlashVolume flash = boot.Board.Flash;
        if (from.Length == 0 || flash.HasFolder(boot, to) || flash.Exists(boot, to) || !flash.HasFolder(boot, VolumePath.FolderOf(to)))
        {
            throw new IOException("The folder is the root, the target exists, or the folder above the target does not.");
        }

        flash.MoveFolder(boot, from, to);
    }

    /// <summary>Sets where relative names lead.</summary>
    /// <exception cref="IOException">There is no such folder.</exception>
    public static void SetCurrentDirectory(string path)
    {
        Boot boot = Boot.Call();
        boot.Files.CurrentDirectory = VolumePath.Of(Existing(boot, path));
    }

    private static string Existing(Boot boot, string path)
    {
        string place = VolumePath.Parse(path);
        return boot.Board.Flash.HasFolder(boot, place) ? place : throw new IOException("The folder does not exist.");
    }
}
