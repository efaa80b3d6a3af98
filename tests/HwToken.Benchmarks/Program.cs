using BenchmarkDotNet.Running;
using HwToken.Benchmarks.Validation;

// The validation service is loaded by clients beside a database of its own kind (Validation/README.md): no micro-benchmark.
if (args is ["validation", .. var rest])
{
    await ValidationBenchmark.RunAsync(rest);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(ValidationBenchmark).Assembly).Run(args);
