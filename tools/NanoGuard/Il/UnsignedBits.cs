namespace NanoGuard.Il;

/// <summary>Which unsigned tags a value on the interpreter's stack may carry. None: signed, or no integer.</summary>
[Flags]
internal enum UnsignedBits
{
    None = 0,
    U4 = 1,
    U8 = 2,

    /// <summary>A uint widened by conv.u8: tagged unsigned, but below 2^32, so signed operations agree until arithmetic makes it negative.</summary>
    Widened = 4,
}
