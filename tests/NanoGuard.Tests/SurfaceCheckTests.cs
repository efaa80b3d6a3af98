using NanoGuard.Api;

namespace NanoGuard.Tests;

/// <summary>A virtual board against the real API: planted differences, each caught.</summary>
public class SurfaceCheckTests
{
    private const string Real = """
        [System.Device.I2c]
        System.Device.I2c.I2cBusSpeed | enum
          System.Device.I2c.I2cBusSpeed::StandardMode : System.Device.I2c.I2cBusSpeed = 0
          System.Device.I2c.I2cBusSpeed::FastMode : System.Device.I2c.I2cBusSpeed = 1
        System.Device.I2c.I2cDevice | class : System.IDisposable
          System.Device.I2c.I2cDevice::ReadByte() : System.Byte
          System.Device.I2c.I2cDevice::Create(System.Int32) : static System.Device.I2c.I2cDevice
          System.Device.I2c.I2cDevice::Dispose() : virtual System.Void
        [System.IO.FileSystem]
        System.IO.File | static class
          System.IO.File::Exists(System.String) : static System.Boolean
          System.IO.File::Copy(System.String, System.Boolean) : static System.Void
        """;

    private const string Board = """
        using System;
        namespace System.Device.I2c
        {
            public enum I2cBusSpeed { StandardMode, FastMode }
            public class I2cDevice : IDisposable
            {
                internal I2cDevice() { }
                public byte ReadByte() => 0;
                public static I2cDevice Create(int bus) => null!;
                public void Dispose() { }
            }
        }
        namespace Nano.System.IO
        {
            public static class File
            {
                public static bool Exists(string path) => false;
                public static void Copy(string path, bool overwrite) { }
            }
        }
        namespace Board { public class VirtualChip { public int Anything; } }
        public class HostOnlyAttribute : Attribute { }
        public interface IMark { }
        """;

    [Fact]
    public void A_board_that_offers_the_same_or_less_passes()
    {
        Assert.Empty(Differences("bool", "bool"));
        Assert.Empty(Differences("public byte ReadByte() => 0;", string.Empty));
    }

    [Theory]
    [InlineData("public byte ReadByte()", "public int ReadByte()", "the real type has no such member")]
    [InlineData("public byte ReadByte()", "public byte ReadByte(int timeout)", "the real type has no such member")]
    [InlineData("public byte ReadByte()", "public virtual byte ReadByte()", "the real member has another modifier or value")]
    [InlineData("public byte ReadByte()", "public void Extra() { } public byte ReadByte()", "the real type has no such member")]
    [InlineData("StandardMode, FastMode", "StandardMode = 1, FastMode = 0", "the real member has another modifier or value")]
    [InlineData("StandardMode, FastMode", "StandardMode, FastMode, Turbo", "the real type has no such member")]
    [InlineData("public class I2cDevice", "public sealed class I2cDevice", "the real type is of another kind")]
    [InlineData("I2cDevice : IDisposable", "I2cDevice : IDisposable, IMark", "the real type is no IMark")]
    [InlineData("internal I2cDevice()", "public I2cDevice()", "the real type has no such member")]
    [InlineData("string path, bool overwrite", "string path, bool overwrite = true", "parameter overwrite defaults to True, the real one has none")]
    [InlineData("namespace Board {", "namespace System.Device.I2c { public class Extra { } } namespace Board {", "the real assemblies have no such type")]
    [InlineData("namespace Board {", "namespace Nano.System.Net { public class Extra { } } namespace Board {", "the real assemblies have no such type")]
    public void A_planted_difference_is_caught(string from, string to, string problem) =>
        Assert.Contains(Differences(from, to), d => d.ToString().StartsWith(problem, StringComparison.Ordinal));

    [Fact]
    public void Members_and_types_marked_as_the_hosts_are_left_out()
    {
        Assert.Empty(Differences("public byte ReadByte()", "[HostOnly] public void Extra() { } [HostOnly] public int Level { get; set; } public byte ReadByte()"));
        Assert.Empty(Differences("namespace Board {", "namespace System.Device.I2c { [HostOnly] public class Extra { public class Inner { } } } namespace Board {"));
    }

    [Theory]
    [InlineData("overwrite = false", null)]
    [InlineData("overwrite = true", "parameter overwrite defaults to True, the real one to False")]
    [InlineData("overwrite", "parameter overwrite has no default, the real one to False")]
    [InlineData("force = false", "the real member has an optional parameter called overwrite")]
    public void Defaults_are_compared_with_the_table(string parameter, string? problem)
    {
        var defaults = OptionalDefaults.Parse("System.IO.File::Copy(System.String, System.Boolean) : static System.Void ; overwrite = False");
        var found = Differences("bool overwrite", "bool " + parameter, new SurfaceOptions { Defaults = defaults });
        Assert.Equal(problem is null, found.Count == 0);
        Assert.All(problem is null ? [] : new[] { problem }, p => Assert.Contains(found, d => d.Problem == p));
    }

    [Fact]
    public void The_table_that_comes_with_the_library_reads()
    {
        var serial = OptionalDefaults.NanoFramework.For("System.IO.Ports.SerialPort::.ctor(System.String, System.Int32, System.IO.Ports.Parity, System.Int32, System.IO.Ports.StopBits) : System.Void");
        Assert.Equal(["9600", "0", "8", "1"], serial.Values);
        Assert.Equal("\\u0020", OptionalDefaults.NanoFramework.For("System.String::PadLeft(System.Int32, System.Char) : System.String")["paddingChar"]);
    }

    [Fact]
    public void An_assembly_that_offers_nothing_of_the_list_is_an_error_and_no_pass()
    {
        using var planted = new Planted("public class C { }");
        Assert.Throws<ArgumentException>(() => SurfaceCheck.Compare(planted.Paths[0], ApiList.Parse(Real)));
    }

    private static IReadOnlyList<SurfaceDifference> Differences(string from, string to, SurfaceOptions? options = null)
    {
        Assert.Contains(from, Board, StringComparison.Ordinal);
        using var planted = new Planted(Board.Replace(from, to, StringComparison.Ordinal));
        return SurfaceCheck.Compare(planted.Paths[0], ApiList.Parse(Real), options);
    }
}
