using System.CommandLine.Parsing;
using System.Globalization;

namespace HwToken.HostSim.Commands;

/// <summary>Whole numbers on the command line.</summary>
internal static class Numbers
{
    /// <summary>Parses an option's one value; adds an error when it is no number from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static int Parse(ArgumentResult result, int least, int most)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most)
        {
            return number;
        }

        result.AddError(string.Create(CultureInfo.InvariantCulture, $"'{result.Tokens[0].Value}' is no number from {least} to {most}."));
        return least;
    }
}
