namespace HwToken.WakeCost;

/// <summary>
/// The first firmware that was counted, by this counter: commit c7d39f3. The real interpreter, libraries included, counted 140,700, 99,300
/// and 437,700 for the same three wakes; the packages of nanoFramework make the difference.
/// </summary>
internal static class First
{
    /// <summary>A press that shows a new HOTP code.</summary>
    public static readonly WakeCost Press = new(123_951, 4_176, 74, 1_102, 6, 1);

    /// <summary>The timer wake after it.</summary>
    public static readonly WakeCost Dark = new(86_928, 3_648, 59, 1_104, 4, 0);

    /// <summary>Power-on of a blank token that finds a provisioning file.</summary>
    public static readonly WakeCost PowerOn = new(396_420, 15_336, 125, 1_116, 17, 11);
}
