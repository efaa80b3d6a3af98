using System.Runtime.CompilerServices;
using Xunit;
using Xunit.v3;

namespace nanoFramework.TestFramework;

/// <summary>A device test under xunit: a theory when <see cref="DataRowAttribute"/>s stand with it, else a fact.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(TestMethodDiscoverer))]
public sealed class TestMethodAttribute([CallerFilePath] string sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : TheoryAttribute(sourceFilePath, sourceLineNumber);
