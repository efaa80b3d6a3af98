namespace nanoFramework.TestFramework;

/// <summary>Marks a class of device tests. xunit finds them without; nanoFramework does not.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TestClassAttribute : Attribute;
