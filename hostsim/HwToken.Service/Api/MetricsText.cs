using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using HwToken.Validation;

namespace HwToken.Service.Api;

/// <summary>Listens to the service's meter and writes it in the Prometheus text format. No credential ID ever becomes a label.</summary>
internal sealed class MetricsText : IDisposable
{
    private static readonly double[] Bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

    private readonly ConcurrentDictionary<(string Kind, string Outcome), Series> attempts = new();
    private readonly MeterListener listener = new();

    public MetricsText()
    {
        listener.InstrumentPublished = (instrument, me) =>
        {
            if (instrument.Meter.Name == ValidationMetrics.MeterName && instrument.Name == ValidationMetrics.Attempts)
            {
                me.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => attempts.GetOrAdd(Labels(tags), _ => new Series()).Add(seconds));
        listener.Start();
    }

    public string Write()
    {
        var text = new StringBuilder();
        text.Append("# HELP ").Append(ValidationMetrics.Attempts).Append(" Attempts with codes, from request to durable answer.\n");
        text.Append("# TYPE ").Append(ValidationMetrics.Attempts).Append(" histogram\n");
        foreach (((string kind, string outcome), Series series) in attempts.OrderBy(entry => entry.Key))
        {
            series.Write(text, $"kind=\"{kind}\",outcome=\"{outcome}\"");
        }

        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private static (string Kind, string Outcome) Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        (string kind, string outcome) = ("", "");
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            (kind, outcome) = tag.Key == "kind" ? (tag.Value?.ToString() ?? "", outcome) : (kind, tag.Value?.ToString() ?? "");
        }

        return (kind, outcome);
    }

    private sealed class Series
    {
        private readonly long[] buckets = new long[Bounds.Length + 1];
        private readonly Lock gate = new();
        private double sum;

        public void Add(double seconds)
        {
            int at = Array.FindIndex(Bounds, bound => seconds <= bound);
            lock (gate)
            {
                buckets[at < 0 ? Bounds.Length : at]++;
                sum += seconds;
            }
        }

        public void Write(StringBuilder text, string labels)
        {
            lock (gate)
            {
                long count = 0;
                for (int i = 0; i <= Bounds.Length; i++)
                {
                    count += buckets[i];
                    string bound = i == Bounds.Length ? "+Inf" : Bounds[i].ToString(CultureInfo.InvariantCulture);
                    text.Append(CultureInfo.InvariantCulture, $"{ValidationMetrics.Attempts}_bucket{{{labels},le=\"{bound}\"}} {count}\n");
                }

                text.Append(CultureInfo.InvariantCulture, $"{ValidationMetrics.Attempts}_sum{{{labels}}} {sum}\n");
                text.Append(CultureInfo.InvariantCulture, $"{ValidationMetrics.Attempts}_count{{{labels}}} {count}\n");
            }
        }
    }
}
