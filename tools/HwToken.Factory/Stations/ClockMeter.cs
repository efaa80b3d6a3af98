using HwToken.Core.Line;
using HwToken.Factory.Ledger;
using HwToken.Provisioning;

namespace HwToken.Factory.Stations;

/// <summary>
/// Measures a token's clock: asks for the time until its second changes. GETTIME yields whole seconds, so one question alone would be up
/// to a second off; the change lies between the question before it and the answer that shows it, and that is how well it is known.
/// </summary>
public sealed class ClockMeter(TimeProvider clock)
{
    /// <summary>More than this is no rounding: the clock was set late or does not run true.</summary>
    public const int ToleranceMilliseconds = 1500;

    /// <summary>A running clock changes its second sooner.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    /// <summary>Between two questions: the token looks at its line every 10 ms.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);

    /// <summary>A change that is known no better than this (an answer was lost and asked for again) is measured once more, if there is time.</summary>
    private static readonly TimeSpan GoodEnough = TimeSpan.FromMilliseconds(200);

    /// <summary>Measures.</summary>
    /// <param name="client">The line of a locked token.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Null when the token has no running clock.</returns>
    /// <exception cref="ProvisioningException">The clock stands still, or the token does not answer.</exception>
    public async Task<ClockMeasurement?> MeasureAsync(ProvisioningClient client, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(client);
        DateTimeOffset? begin = null;
        DateTimeOffset asked = clock.GetUtcNow();
        DateTimeOffset askedBefore = asked;
        DateTimeOffset? toldBefore = null;
        ClockMeasurement? best = null;

        // Counted from the first answer to the last question: a slow line is no clock that stands still.
        while (begin is null || asked - begin < Patience)
        {
            asked = clock.GetUtcNow();
            DateTimeOffset told;
            try
            {
                told = await client.GetTimeAsync(cancel).ConfigureAwait(false);
            }
            catch (ProvisioningException e) when (e.Error == LineError.Clock)
            {
                return null;
            }

            begin ??= clock.GetUtcNow();
            if (toldBefore is { } before && told != before)
            {
                TimeSpan between = clock.GetUtcNow() - askedBefore;
                DateTimeOffset changed = askedBefore + (between / 2);
                var measured = new ClockMeasurement(changed, (told - changed).TotalMilliseconds, between.TotalMilliseconds / 2);
                best = best is null || measured.UncertaintyMilliseconds < best.UncertaintyMilliseconds ? measured : best;
                if (between <= GoodEnough)
                {
                    return best;
                }
            }

            (toldBefore, askedBefore) = (told, asked);
            await Task.Delay(Pause, clock, cancel).ConfigureAwait(false);
        }

        return best ?? throw new ProvisioningException(ProvisioningFault.Refused, "The token's clock stands still. Set the token aside.");
    }
}
