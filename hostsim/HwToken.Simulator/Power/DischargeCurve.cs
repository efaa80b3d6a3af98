namespace HwToken.Simulator.Power;

/// <summary>
/// The voltage of a battery by what is left of it, at the small currents of a token. Typical curves: cells of one kind differ by some
/// hundredths of a volt, cold ones by more.
/// </summary>
internal static class DischargeCurve
{
    private static readonly (double Left, int Millivolts)[] s_lithium =
        [(0, 3000), (0.02, 3300), (0.05, 3450), (0.1, 3680), (0.2, 3740), (0.3, 3770), (0.4, 3790), (0.5, 3820), (0.6, 3870), (0.7, 3920), (0.8, 3980), (0.9, 4060), (1, 4200)];

    // Three alkaline cells in a row: 1.0 V each when empty, 1.58 V when fresh.
    private static readonly (double Left, int Millivolts)[] s_alkaline =
        [(0, 3000), (0.05, 3240), (0.1, 3360), (0.2, 3510), (0.4, 3690), (0.6, 3870), (0.8, 4110), (0.95, 4500), (1, 4740)];

    /// <summary>The voltage.</summary>
    /// <param name="battery">Name of the battery, as the power budget has it.</param>
    /// <param name="left">Share of the label's charge that is left: 0 to 1; beyond, the end of the curve.</param>
    public static int Millivolts(string battery, double left)
    {
        (double Left, int Millivolts)[] curve = battery.Contains("alkaline", StringComparison.Ordinal) ? s_alkaline : s_lithium;
        if (left <= 0)
        {
            return curve[0].Millivolts;
        }

        int upper = Array.FindIndex(curve, point => point.Left >= left);
        if (upper < 0)
        {
            return curve[^1].Millivolts;
        }

        (double Left, int Millivolts) from = curve[upper - 1];
        (double Left, int Millivolts) to = curve[upper];
        return (int)(from.Millivolts + ((to.Millivolts - from.Millivolts) * (left - from.Left) / (to.Left - from.Left)));
    }
}
