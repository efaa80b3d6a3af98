using System.Reflection;
using HwToken.Core.Otp;

namespace HwToken.Core.Tests;

/// <summary>Every wake is a cold boot: a static that remembers would work on the host and forget on the device.</summary>
public sealed class StaticStateTests
{
    private const BindingFlags AllStatics =
        BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void Core_has_no_static_that_could_change()
    {
        Assert.Empty(MutableStatics(typeof(OtpGenerator).Assembly.GetTypes()));
    }

    [Fact]
    public void The_search_finds_a_variable_and_an_array_and_lets_constants_pass()
    {
        Assert.Equal(["Planted.s_count", "Planted.s_table"], MutableStatics([typeof(Planted)]).Order());
    }

    private static IEnumerable<string> MutableStatics(IEnumerable<Type> types)
    {
        return from type in types
               from field in type.GetFields(AllStatics)
               let isFixed = field.IsLiteral
                   || (field.IsInitOnly && (field.FieldType.IsValueType || field.FieldType == typeof(string)))
               where !isFixed
               select type.Name + "." + field.Name;
    }

    private static class Planted
    {
        public const int Constant = 1;
        public static readonly long Fixed = Environment.ProcessId;
        public static readonly string Text = Fixed.ToString();
        private static readonly byte[] s_table = new byte[1];
        private static int s_count;

        public static int Count() => s_count += s_table.Length;
    }
}
