using NanoGuard.Api;

namespace NanoGuard.Tests.Api;

/// <summary>The printed lines must be those of the surface files, letter for letter.</summary>
public class ApiSurfaceTests
{
    private const string Source = """
        using System;
        namespace N
        {
            public delegate void Done(object sender, EventArgs e);
            public enum Speed : byte { Slow, Fast = 5 }
            public interface IPart { int Id { get; } void Go(out int x); }
            public abstract class Base : IDisposable
            {
                protected char[] line = null!;
                public abstract int Length { get; }
                public virtual void Flush() { }
                public void Dispose() { }
                protected virtual void Dispose(bool disposing) { }
                protected Base() { }
                ~Base() { }
                private void Hidden() { }
                internal int AlsoHidden;
            }
            public sealed class Chip : Base, IPart
            {
                public const byte Address = 0x68;
                public const char Last = '\uffff';
                public const string Name = "chip";
                public const float Small = float.Epsilon;
                public static readonly Chip None = null!;
                public enum Mode { Off }
                public event Done Ready { add { } remove { } }
                public override int Length => 1;
                public int Id => 2;
                public byte this[int i] { get => 0; set { } }
                public void Go(out int x) => x = 1;
                public static implicit operator Chip(int x) => null!;
                public static byte[][] Split(params char[] separators) => null!;
            }
            public static class Tool { public static bool Try(string s, ref long v) => false; }
            public struct Pair { public int A; public Pair(int a) { A = a; } }
            class Internal { public int X; }
        }
        """;

    private const string Lines = """
        N.Base | abstract class : System.IDisposable
          N.Base::line : System.Char[]
          N.Base::get_Length() : abstract System.Int32
          N.Base::Flush() : virtual System.Void
          N.Base::Dispose() : virtual System.Void
          N.Base::Dispose(System.Boolean) : virtual System.Void
          N.Base::.ctor() : System.Void
          N.Base::Finalize() : virtual System.Void
        N.Chip | sealed class : N.Base, N.IPart
          N.Chip::Address : const System.Byte = 104
          N.Chip::Last : const System.Char = \uffff
          N.Chip::Name : const System.String = chip
          N.Chip::Small : const System.Single = 1E-45
          N.Chip::None : static N.Chip
          N.Chip::add_Ready(N.Done) : System.Void
          N.Chip::remove_Ready(N.Done) : System.Void
          N.Chip::get_Length() : virtual System.Int32
          N.Chip::get_Id() : virtual System.Int32
          N.Chip::get_Item(System.Int32) : System.Byte
          N.Chip::set_Item(System.Int32, System.Byte) : System.Void
          N.Chip::Go(System.Int32&) : virtual System.Void
          N.Chip::op_Implicit(System.Int32) : static N.Chip
          N.Chip::Split(System.Char[]) : static System.Byte[][]
          N.Chip::.ctor() : System.Void
        N.Chip.Mode | enum
          N.Chip.Mode::Off : N.Chip.Mode = 0
        N.Done | delegate
          N.Done::Invoke(System.Object sender, System.EventArgs e) : System.Void
        N.IPart | interface
          N.IPart::get_Id() : abstract System.Int32
          N.IPart::Go(System.Int32&) : abstract System.Void
        N.Pair | struct
          N.Pair::A : System.Int32
          N.Pair::.ctor(System.Int32) : System.Void
        N.Speed | enum
          N.Speed::Slow : N.Speed = 0
          N.Speed::Fast : N.Speed = 5
        N.Tool | static class
          N.Tool::Try(System.String, System.Int64&) : static System.Boolean
        """;

    [Fact]
    public void An_assembly_prints_as_its_surface_file()
    {
        using var planted = new Planted(Source);
        Assert.Equal(Lines.Split('\n'), ApiSurface.Print(planted.Paths[0]));
    }

    [Fact]
    public void What_is_printed_reads_back_as_a_list_that_knows_every_line()
    {
        var list = ApiList.Parse(Lines, assembly: "N");
        Assert.Equal(Lines.Split('\n').Length, list.Members.Count + list.Types.Count);
        Assert.Equal("N.Chip::Go(System.Int32&) : virtual System.Void", list.FindMember("N.Chip::Go(System.Int32&) : System.Void")!.Text);
        Assert.Equal(["N.Base", "N.IPart"], list.FindType("N.Chip")!.Bases);
    }
}
