using Xunit.Sdk;
using Xunit.v3;

namespace nanoFramework.TestFramework;

/// <summary>Hands a device test to xunit's own discoverers.</summary>
public sealed class TestMethodDiscoverer : IXunitTestCaseDiscoverer
{
    private readonly FactDiscoverer _facts = new();
    private readonly TheoryDiscoverer _theories = new();

    /// <inheritdoc/>
    public ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute)
    {
        ArgumentNullException.ThrowIfNull(testMethod);
        return testMethod.DataAttributes.Count == 0
            ? _facts.Discover(discoveryOptions, testMethod, factAttribute)
            : _theories.Discover(discoveryOptions, testMethod, factAttribute);
    }
}
