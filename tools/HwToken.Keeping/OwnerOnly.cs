namespace HwToken.Keeping;

/// <summary>The modes of what belongs to one user alone.</summary>
internal static class OwnerOnly
{
    /// <summary>0600.</summary>
    public const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>0700.</summary>
    public const UnixFileMode FolderMode = FileMode | UnixFileMode.UserExecute;

    /// <summary>What others of the group may do.</summary>
    public const UnixFileMode Group = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute;

    /// <summary>What everybody may do.</summary>
    public const UnixFileMode Everybody = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
}
