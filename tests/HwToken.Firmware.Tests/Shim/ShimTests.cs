using System.Reflection;
using nanoFramework.TestFramework;
using Xunit;
using Device = nanoFramework.TestFramework.Assert;

namespace HwToken.Firmware.Tests.Shim;

/// <summary>The asserts of the shim can fail, and what xunit finds here the device's runner finds too.</summary>
public class ShimTests
{
    private static readonly Action[] WrongClaims =
    [
        () => Device.AreEqual(1, 2),
        () => Device.AreEqual("a", "b"),
        () => Device.AreEqual(new byte[] { 1 }, new byte[] { 1 }),
        () => Device.AreNotEqual(1u, 1u),
        () => Device.IsTrue(false),
        () => Device.IsFalse(true),
        () => Device.IsNull(new object()),
        () => Device.IsNotNull(null),
        () => Device.Contains("b", "a"),
        () => Device.DoesNotContains("a", "a"),
        () => Device.ThrowsException(typeof(ArgumentException), () => { }),
        () => Device.ThrowsException(typeof(ArgumentException), () => throw new InvalidOperationException()),
    ];

    [Fact]
    public void Every_assert_fails_when_its_claim_is_wrong() => Xunit.Assert.All(WrongClaims, claim => Xunit.Assert.ThrowsAny<Xunit.Sdk.XunitException>(claim));

    [Fact]
    public void Every_device_test_is_a_public_method_without_result_in_a_marked_class()
    {
        MethodInfo[] tests = [.. typeof(ShimTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(method => method.IsDefined(typeof(TestMethodAttribute)))];
        Xunit.Assert.True(tests.Length > 150, $"Only {tests.Length} device tests were found.");
        Xunit.Assert.All(tests, test => Xunit.Assert.True(
            test.IsPublic && test.ReturnType == typeof(void) && test.DeclaringType!.IsDefined(typeof(TestClassAttribute)), $"{test.DeclaringType!.Name}.{test.Name}"));
    }
}
