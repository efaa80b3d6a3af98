using NanoGuard.Api;

namespace NanoGuard.Tests.Api;

/// <summary>The API is read from the referenced assemblies themselves.</summary>
public class ReferenceSurfaceTests
{
    private const string Library = """
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Firmware")]
        namespace Lib
        {
            public enum Speed { Slow = 1, Fast = 2 }
            public sealed class MarkAttribute : System.Attribute { public MarkAttribute(string name = "x", int n = 3) { } }
            public class Pin
            {
                public const string Text = "a = b\n| c :: d";
                public Pin(int number, Speed speed = Speed.Fast, System.TimeSpan debounce = default(System.TimeSpan), object owner = null) { }
                public int Read(int times = 1, string name = "all", params int[] more) => times;
                internal int Raw(bool inverted = false) => inverted ? 1 : 0;
                internal int level;
                protected internal virtual void Tick() { }
                private protected void Tock() { }
            }
            internal class Hidden { internal static int Count(long by = 1) => 2; internal delegate void Done(int n); }
        }
        """;

    private const string Firmware = """
        [Lib.Mark]
        class App : Lib.Pin
        {
            App() : base(3) { }
            static int Main()
            {
                var pin = new Lib.Pin(4, debounce: new System.TimeSpan(3));
                Lib.Hidden.Done done = n => { };
                done(1);
                return pin.Read() + pin.Read(2, more: 3) + pin.Raw() + pin.level + Lib.Hidden.Count() + Lib.Pin.Text.Length;
            }
            protected internal override void Tick() { Tock(); base.Tick(); }
        }
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Optional_parameters_and_members_shown_to_a_friend_are_silent(bool debug)
    {
        using var planted = Planted.ForDevice().Add("Lib", Library, check: false).Add("Firmware", Firmware, debug);
        var surface = ReferenceSurface.Read(planted.Paths, [Planted.CoreLibrary]);
        Assert.Empty(surface.Missing);
        Assert.Empty(Guard.Check(planted.Paths, surface.List));
    }

    [Fact]
    public void What_another_version_of_a_reference_lacks_is_found()
    {
        using var planted = Planted.ForDevice().Add("Lib", Library, check: false).Add("Firmware", Firmware);
        planted.Add("Lib", Library.Replace("internal int Raw(bool inverted = false)", "internal int Raw(int times = 1)", StringComparison.Ordinal).Replace("inverted ? 1 : 0", "times", StringComparison.Ordinal), check: false);
        var found = Assert.Single(Guard.Check(planted.Paths, ReferenceSurface.Read(planted.Paths, [Planted.CoreLibrary]).List));
        Assert.Equal(("NG01", "callvirt Lib.Pin::Raw(System.Boolean) : System.Int32"), (found.Rule.Id, found.Detail));
    }

    [Fact]
    public void What_is_internal_is_no_API_for_a_stranger()
    {
        using var planted = Planted.ForDevice().Add("Lib", Library, check: false).Add("Firmware", Firmware);
        planted.Add("Lib", Library.Replace("\"Firmware\"", "\"Another\"", StringComparison.Ordinal), check: false);
        var found = Guard.Check(planted.Paths, ReferenceSurface.Read(planted.Paths, [Planted.CoreLibrary]).List);
        Assert.Contains(found, violation => violation.Detail.Contains("Lib.Hidden", StringComparison.Ordinal));
    }

    [Fact]
    public void Folders_are_searched_with_all_below_and_the_version_asked_for_is_taken()
    {
        using var planted = Planted.ForDevice().Add("Lib", "[assembly: System.Reflection.AssemblyVersion(\"1.2.0.0\")] public class Lib { public static int Old() => 1; }", check: false)
            .Add("Firmware", "class App { static int Main() => Lib.Old(); }");
        using var packages = new TempFolder();
        Move(planted.PathOf("Lib"), packages["Lib.1.2.0", "lib", "Lib.dll"]);
        planted.Add("Lib", "[assembly: System.Reflection.AssemblyVersion(\"1.3.0.0\")] public class Lib { public static int New() => 1; }", check: false);
        Move(planted.PathOf("Lib"), packages["Lib.1.3.0", "lib", "Lib.dll"]);

        var surface = ReferenceSurface.Read(planted.Paths, [Planted.CoreLibrary, packages.Path]);
        Assert.Contains(packages["Lib.1.2.0", "lib", "Lib.dll"], surface.Files);
        Assert.Empty(Guard.Check(planted.Paths, surface.List));

        File.Delete(packages["Lib.1.2.0", "lib", "Lib.dll"]);
        Assert.Contains(Guard.Check(planted.Paths, ReferenceSurface.Read(planted.Paths, [Planted.CoreLibrary, packages.Path]).List), violation => violation.Rule.Id == "NG01");
    }

    [Fact]
    public void A_reference_that_is_not_there_is_told()
    {
        using var planted = Planted.ForDevice().Add("Lib", "public class Lib { public static int F() => 1; }", check: false).Add("Firmware", "class App { static int Main() => Lib.F(); }");
        File.Delete(planted.PathOf("Lib"));
        Assert.Equal(["Lib 0.0.0"], ReferenceSurface.Read(planted.Paths, [Planted.CoreLibrary]).Missing);
    }

    [Fact]
    public void Without_the_core_library_nothing_can_be_judged()
    {
        using var planted = Planted.ForDevice().Add("Firmware", "class App { static int Main() => 1; }");
        Assert.Contains("mscorlib.dll", Assert.Throws<FileNotFoundException>(() => ReferenceSurface.Read(planted.Paths, [])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_desktop_build_is_held_against_the_cards_core_library()
    {
        using var planted = new Planted("class C { string F(string s) => s.Replace(\"a\", \"b\"); int G(object o) => o.GetHashCode(); }");
        var found = Assert.Single(Guard.Check(planted.Paths, ReferenceSurface.Read(planted.Paths, [Planted.CoreLibrary]).List));
        Assert.Equal("NG01", found.Rule.Id);
        Assert.Contains("Replace", found.Detail, StringComparison.Ordinal);
    }

    private static void Move(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Move(from, to);
    }
}
