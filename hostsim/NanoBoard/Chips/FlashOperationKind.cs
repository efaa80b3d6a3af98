namespace NanoBoard.Chips;

/// <summary>A durable step of the file system.</summary>
public enum FlashOperationKind
{
    /// <summary>Opening a new file commits it empty.</summary>
    Create,

    /// <summary>Closing a written file commits its content.</summary>
    Write,

    /// <summary>A file is removed.</summary>
    Delete,

    /// <summary>A file or folder gets another place.</summary>
    Move,

    /// <summary>A folder is made.</summary>
    CreateFolder,

    /// <summary>An empty folder is removed.</summary>
    DeleteFolder,
}
