namespace NanoBoard;

/// <summary>Where in a durable step of the flash the power goes.</summary>
public enum CutMode
{
    /// <summary>Just before: the step did not happen.</summary>
    Before,

    /// <summary>Just after: the step is durable.</summary>
    After,

    /// <summary>Inside: the file holds a mix. littlefs would not let this happen; the firmware must survive it all the same.</summary>
    Torn,
}
