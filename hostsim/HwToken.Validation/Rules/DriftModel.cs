namespace HwToken.Validation.Rules;

/// <summary>
/// What is known of one token's clock: its offset and its rate, each with its uncertainty, as of one moment. A Kalman filter of
/// two states: successes feed it, idle time widens it. So a token that lay in a drawer for a year is looked for where its clock
/// must be by now, in a window as wide as the doubt (RFC 6238, 6).
/// </summary>
/// <param name="OffsetSeconds">Token's clock minus true time, in seconds; + is ahead.</param>
/// <param name="RatePpm">Seconds gained per million seconds.</param>
/// <param name="OffsetVariance">s².</param>
/// <param name="Covariance">s·ppm.</param>
/// <param name="RateVariance">ppm².</param>
/// <param name="MeasuredAt">Unix time in seconds to which the five numbers belong.</param>
public readonly record struct DriftModel(
    double OffsetSeconds, double RatePpm, double OffsetVariance, double Covariance, double RateVariance, long MeasuredAt)
{
    /// <summary>A DS3231 is specified to 3.5 ppm over its whole range: two standard deviations are 5 ppm.</summary>
    private const double FirstRateSigmaPpm = 2.5;

    /// <summary>Set to the second at the factory, some months of shelf behind it.</summary>
    private const double FirstOffsetSigmaSeconds = 10;

    /// <summary>Reading, waiting and typing take a person some seconds more or less.</summary>
    private const double TypingSigmaSeconds = 8;

    /// <summary>Ageing and temperature move the rate by about 1 ppm a year (ppm² per second).</summary>
    private const double RateWalk = 1.0 / 31_557_600;

    /// <summary>No crystal is that bad; more is a jump, not a rate.</summary>
    private const double MaxRatePpm = 100;

    private const double Million = 1e6;

    /// <summary>A token of which nothing is known but an offset, perhaps.</summary>
    /// <param name="now">True Unix time in seconds.</param>
    /// <param name="offsetSeconds">Offset that the factory reported, or 0.</param>
    public static DriftModel New(long now, double offsetSeconds = 0) =>
        new(offsetSeconds, 0, FirstOffsetSigmaSeconds * FirstOffsetSigmaSeconds, 0, FirstRateSigmaPpm * FirstRateSigmaPpm, now);

    /// <summary>The model carried to another moment, without new knowledge. A clock that went back changes nothing.</summary>
    public DriftModel At(long now)
    {
        double seconds = Math.Max(0, now - MeasuredAt);
        double k = seconds / Million;
        return new DriftModel(
            OffsetSeconds + (k * RatePpm),
            RatePpm,
            OffsetVariance + (2 * k * Covariance) + (k * k * RateVariance),
            Covariance + (k * RateVariance),
            RateVariance + (seconds * RateWalk),
            Math.Max(now, MeasuredAt));
    }

    /// <summary>The time step that the token is believed to be in.</summary>
    /// <param name="now">True Unix time in seconds.</param>
    /// <param name="periodSeconds">Time step in seconds.</param>
    public long PredictStep(long now, int periodSeconds) => (long)Math.Floor((now + At(now).OffsetSeconds) / periodSeconds);

    /// <summary>Steps by which the window is wider than usual, each side: two standard deviations, in whole steps.</summary>
    public int GrowthSteps(long now, int periodSeconds, int max) =>
        (int)Math.Min(max, Math.Floor(2 * Math.Sqrt(Math.Max(0, At(now).OffsetVariance)) / periodSeconds));

    /// <summary>Steps on either side within which the clock is likely to be: some standard deviations, and more than a person notices.</summary>
    public int LikelySteps(long now, int periodSeconds, ValidationRules rules) => (int)Math.Clamp(
        Math.Ceiling(rules.LikelySigmas * Math.Sqrt(Math.Max(0, At(now).OffsetVariance)) / periodSeconds), rules.MinLikelySteps, rules.MaxLikelySteps);

    /// <summary>Learns from a code of <paramref name="step"/> that was accepted at <paramref name="now"/>.</summary>
    public DriftModel Learn(long step, long now, int periodSeconds)
    {
        DriftModel predicted = At(now);
        double measured = Measure(step, now, periodSeconds);
        double noise = Noise(periodSeconds);
        double surprise = measured - predicted.OffsetSeconds;
        double total = predicted.OffsetVariance + noise;
        if (surprise * surprise > 16 * total)
        {
            // Beyond four standard deviations the clock was set or stopped: the offset is what was measured, the crystal is the same one.
            return predicted with { OffsetSeconds = measured, OffsetVariance = noise, Covariance = 0 };
        }

        double offsetGain = predicted.OffsetVariance / total;
        double rateGain = predicted.Covariance / total;
        return new DriftModel(
            predicted.OffsetSeconds + (offsetGain * surprise),
            Math.Clamp(predicted.RatePpm + (rateGain * surprise), -MaxRatePpm, MaxRatePpm),
            (1 - offsetGain) * predicted.OffsetVariance,
            (1 - offsetGain) * predicted.Covariance,
            predicted.RateVariance - (rateGain * predicted.Covariance),
            predicted.MeasuredAt);
    }

    /// <summary>Offset that one code tells: the middle of its step against true time, in seconds.</summary>
    public static double Measure(long step, long now, int periodSeconds) => (((double)step + 0.5) * periodSeconds) - now;

    /// <summary>A step tells the time to one period (variance p²/12), less the person's delay.</summary>
    private static double Noise(int periodSeconds) => (periodSeconds * (double)periodSeconds / 12) + (TypingSigmaSeconds * TypingSigmaSeconds);
}
