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

    /// <summary>A file gets another name.</summary>
    Move,
}
