using BenchmarkDotNet.Running;
using HwToken.Benchmarks.Factory;
using HwToken.Benchmarks.Validation;

// The validation service is loaded by clients beside a database of its own kind (Validation/README.md): no micro-benchmark.
if (args is ["validation", .. var rest])
{
    await ValidationBenchmark.RunAsync(rest);
    return;
}

// A station waits for seconds of the clock: no micro-benchmark either.
if (args is ["station", .. var rounds])
{
    await StationBenchmark.RunAsync(rounds is [var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 3);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(ValidationBenchmark).Assembly).Run(args);
