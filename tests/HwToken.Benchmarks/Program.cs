using BenchmarkDotNet.Running;
using HwToken.Benchmarks.Factory;
using HwToken.Benchmarks.Pages;
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

// Pages are painted by a real browser.
if (args is ["pages", .. var times])
{
    await PagesBenchmark.RunAsync(times is [var each] ? int.Parse(each, System.Globalization.CultureInfo.InvariantCulture) : 9);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(ValidationBenchmark).Assembly).Run(args);
