using System.Diagnostics.Metrics;
using HwToken.Validation.Outcomes;

namespace HwToken.Validation;

/// <summary>What the service counts: attempts by kind and outcome, and how long they took.</summary>
public static class ValidationMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "HwToken.Validation";

    /// <summary>Name of the histogram of attempts, in seconds, with the tags <c>kind</c> and <c>outcome</c>.</summary>
    public const string Attempts = "hwtoken_attempt_seconds";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Histogram<double> Seconds = Meter.CreateHistogram<double>(Attempts, "s", "Attempts with codes, from request to durable answer.");

    internal static void Record(AttemptKind kind, AttemptOutcome outcome, TimeSpan took)
    {
        string word = outcome is AttemptOutcome.Rejected rejected ? rejected.Reason.ToString() : outcome.GetType().Name;
        Seconds.Record(took.TotalSeconds, new KeyValuePair<string, object?>("kind", kind.ToString()), new KeyValuePair<string, object?>("outcome", word));
    }
}
