using Xunit.Sdk;
using Is = Xunit.Assert;

namespace nanoFramework.TestFramework;

/// <summary>
/// The asserts of nanoFramework.TestFramework that device tests use, over xunit's. As on the device, two arrays are equal only when they are
/// the same one. What this class has and the device has not does not compile there (tests/HwToken.DeviceBuild).
/// </summary>
public static class Assert
{
    /// <summary>Values are equal.</summary>
    public static void AreEqual<T>(T expected, T actual)
    {
        if (!Equals(expected, actual))
        {
            throw EqualException.ForMismatchedValues($"{expected}", $"{actual}");
        }
    }

    /// <summary>Values differ.</summary>
    public static void AreNotEqual<T>(T notExpected, T actual) => Is.False(Equals(notExpected, actual), $"Not expected: {notExpected}");

    /// <summary>A condition holds.</summary>
    public static void IsTrue(bool condition) => Is.True(condition);

    /// <summary>A condition does not hold.</summary>
    public static void IsFalse(bool condition) => Is.False(condition);

    /// <summary>There is nothing.</summary>
    public static void IsNull(object value) => Is.Null(value);

    /// <summary>There is something.</summary>
    public static void IsNotNull(object value) => Is.NotNull(value);

    /// <summary>A text holds another.</summary>
    public static void Contains(string expected, string value) => Is.Contains(expected, value, StringComparison.Ordinal);

    /// <summary>A text does not hold another.</summary>
    public static void DoesNotContains(string notExpected, string value) => Is.DoesNotContain(notExpected, value, StringComparison.Ordinal);

    /// <summary>An action throws exactly such an exception.</summary>
    public static void ThrowsException(Type exception, Action action) => Is.Throws(exception, action);
}
