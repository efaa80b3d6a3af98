using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace nanoFramework.TestFramework;

/// <summary>One row of a device test.</summary>
/// <param name="row">The arguments, each of its parameter's own type: the device converts nothing.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class DataRowAttribute(params object[] row) : DataAttribute
{
    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) => new([new TheoryDataRow(row)]);

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;
}
