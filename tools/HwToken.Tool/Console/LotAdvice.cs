using System.Globalization;
using HwToken.Factory.Lots;

namespace HwToken.Tool.Console;

/// <summary>What a lot needs, in one line.</summary>
internal static class LotAdvice
{
    /// <summary>That a lot will end short, and what helps.</summary>
    /// <returns>Null when it does not.</returns>
    public static string? OnShortage(Lot lot)
    {
        int shortage = lot.Shortage;
        return shortage == 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"The lot will end short: {lot.Wanted - shortage} of {lot.Wanted}, the others are scrapped. To add {shortage}: hwtoken lot extend {lot.Folder.Folder} --count {shortage}");
    }
}
