namespace NanoGuard.Il;

/// <summary>Which unsigned tags a value on the interpreter's stack may carry. None: signed, or no integer.</summary>
[Flags]
internal enum UnsignedBits
{
    None = 0,
    U4 = 1,
    U8 = 2,
}
