namespace HwToken.Validation.Rules;

/// <summary>One code, or two of a pair, as numbers.</summary>
/// <param name="First">0 to 99999999.</param>
/// <param name="Second">The second of a pair, another number; null for a single code.</param>
/// <param name="Digits">How many digits were typed, 6 to 8; of a pair, both times.</param>
public readonly record struct TypedCodes(uint First, uint? Second, int Digits = ValidationRules.CodeDigits)
{
    /// <summary>Never prints a code.</summary>
    public override string ToString() => Second is null ? "(one code)" : "(two codes)";
}
