using HwToken.Core.Line;
using HwToken.Provisioning;

namespace HwToken.Factory.Stations;

/// <summary>
/// Measures a token's clock: asks for the time until its second changes, and notes when that was. GETTIME yields whole seconds, so one
/// question alone would be up to a second off.
/// </summary>
internal sealed class ClockMeter(TimeProvider clock)
{
    /// <summary>More than this is no rounding: the clock was set late or does not run true.</summary>
    public const int ToleranceMilliseconds = 1500;

    /// <summary>A running clock changes its second sooner.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    /// <summary>Between two questions: the token looks at its line every 10 ms.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);

    /// <returns>Token clock minus true time in milliseconds; null when the token has no running clock.</returns>
    /// <exception cref="ProvisioningException">The clock stands still, or the token does not answer.</exception>
    public async Task<int?> MeasureAsync(ProvisioningClient client, CancellationToken cancel)
    {
        DateTimeOffset begin = clock.GetUtcNow();
        DateTimeOffset? first = null;
        while (clock.GetUtcNow() - begin < Patience)
        {
            DateTimeOffset asked = clock.GetUtcNow();
            DateTimeOffset told;
            try
            {
                told = await client.GetTimeAsync(cancel).ConfigureAwait(false);
            }
            catch (ProvisioningException e) when (e.Error == LineError.Clock)
            {
                return null;
            }

            // The change lies between the last two questions; the middle of this one's way is the best guess.
            DateTimeOffset answered = clock.GetUtcNow();
            if (first is { } before && told != before)
            {
                return (int)(told - (asked + ((answered - asked) / 2))).TotalMilliseconds;
            }

            first = told;
            await Task.Delay(Pause, clock, cancel).ConfigureAwait(false);
        }

        throw new ProvisioningException(ProvisioningFault.Refused, "The token's clock stands still. Set the token aside.");
    }
}
