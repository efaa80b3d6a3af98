using System.Globalization;
using HwToken.Simulator;

namespace HwToken.HostSim.Serving;

/// <summary>The computer's clock, which virtual tokens are made by.</summary>
internal static class TrueTime
{
    /// <summary>Refuses a clock that no token can be set to: a computer whose battery is empty starts in 1970.</summary>
    /// <param name="time">The clock.</param>
    /// <exception cref="InvalidOperationException">It is out of the years 2000 to 2199; the message says what to do.</exception>
    public static void Require(TimeProvider time)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (now < PressRun.Earliest || now > PressRun.Latest)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"This computer's clock says {now:yyyy-MM-dd}, and the tokens' clock chip knows the years 2000 to 2199. Set the computer's clock and start again."));
        }
    }
}
