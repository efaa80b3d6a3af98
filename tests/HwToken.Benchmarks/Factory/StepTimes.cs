using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using HwToken.Factory.Stations;

namespace HwToken.Benchmarks.Factory;

/// <summary>How long each step of a unit took, over all ports of a run.</summary>
internal sealed class StepTimes : IStationView
{
    private readonly Stopwatch _watch = new();
    private readonly ConcurrentDictionary<string, (string Step, double Since)> _ports = new();
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _steps = new();

    public double Seconds => _watch.Elapsed.TotalSeconds;

    public void Begin() => _watch.Start();

    public void Show(StationEvent happened)
    {
        double now = Seconds;
        (string step, double since) = _ports.GetValueOrDefault(happened.Port, ("first answer", 0));
        _steps.GetOrAdd(step, _ => []).Add(now - since);
        _ports[happened.Port] = (happened.Message, now);
    }

    public Task<string> AskDisplayedCodeAsync(string port, string id, string? remark, CancellationToken cancel) => throw new NotSupportedException();

    /// <summary>One line: the mean and the longest of each step.</summary>
    public void Write() => Console.WriteLine("  " + string.Join("; ", _steps
        .Where(step => step.Value.Sum() > 0.001)
        .OrderByDescending(step => step.Value.Average())
        .Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.Key} {step.Value.Average():0.00} s (at most {step.Value.Max():0.00})"))));
}
