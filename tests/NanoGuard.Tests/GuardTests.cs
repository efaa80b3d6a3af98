using NanoGuard.Api;

namespace NanoGuard.Tests;

public class GuardTests
{
    private const string Board = "namespace Nano.System.IO { public static class File { public static bool Exists(string path) => true; public static string[] ReadAllLines(string path) => null!; } }";

    [Fact]
    public void A_report_names_rule_fact_method_source_line_offset_and_what_to_write_instead()
    {
        using var planted = new Planted("namespace N\n{\n  class C\n  {\n    int F(int a, int b)\n    {\n      return checked(a * b);\n    }\n  }\n}");
        var text = Assert.Single(Guard.Check(planted.Paths, SmallList.Api)).ToString();
        Assert.Equal(
            $"NG09 checked arithmetic: mul.ovf\n  in      N.C::F(System.Int32, System.Int32) (Firmware.cs:7, IL_0002)\n  because {RuleSet.CheckedArithmetic.Fact}\n  instead {RuleSet.CheckedArithmetic.Instead}",
            text);
    }

    [Fact]
    public void Without_a_pdb_the_offset_alone_is_reported()
    {
        using var planted = new Planted("class C { int F(int a, int b) => checked(a * b); }", pdb: false);
        Assert.Equal("IL_0002", Assert.Single(Guard.Check(planted.Paths, SmallList.Api)).Place);
    }

    [Fact]
    public void A_boards_prefix_is_taken_off_before_the_list_is_asked()
    {
        using var board = new Planted("class Empty { }");
        board.Add("Board", Board, check: false).Add("Token", "class C { bool F() => Nano.System.IO.File.Exists(\"x\"); }");
        Assert.Empty(Guard.Check(board.Paths, SmallList.Api));
        Assert.NotEmpty(Guard.Check(board.Paths, SmallList.Api, new GuardOptions { NamespacePrefixes = [] }));
    }

    [Fact]
    public void What_the_board_offers_beyond_the_list_is_refused()
    {
        using var board = new Planted("class Empty { }");
        board.Add("Board", Board, check: false).Add("Token", "class C { object F() => Nano.System.IO.File.ReadAllLines(\"x\"); }");
        var found = Assert.Single(Guard.Check(board.Paths, SmallList.Api));
        Assert.Equal("call System.IO.File::ReadAllLines(System.String) : static System.String[]", found.Detail);
    }

    [Fact]
    public void References_between_checked_assemblies_are_the_codes_own()
    {
        using var core = new Planted("public class Core { public static int F(int x) => x + 1; }");
        core.Add("Token", "class C { int F() => Core.F(2); }");
        Assert.Empty(Guard.Check(core.Paths, SmallList.Api));
        Assert.Single(Guard.Check([core.PathOf("Token")], SmallList.Api));
    }

    [Fact]
    public void An_override_of_a_member_that_the_device_lacks_is_refused()
    {
        using var planted = new Planted("class C : System.Exception { public override System.Exception GetBaseException() => this; }");
        var found = Assert.Single(Guard.Check(planted.Paths, ApiList.Parse(SmallList.Text + "\n  System.Exception::.ctor() : System.Void")));
        Assert.Equal("override System.Exception::GetBaseException() : System.Exception", found.Detail);
    }

    [Fact]
    public void An_unlisted_exception_that_the_device_has_is_no_missing_exception()
    {
        using var planted = new Planted("class C { void F() { throw new System.NotSupportedException(); } }");
        Assert.Equal(RuleSet.ApiNotListed, Assert.Single(Guard.Check(planted.Paths, SmallList.Api)).Rule);
    }

    [Fact]
    public void An_object_made_in_a_static_initialiser_may_only_store_its_parameters()
    {
        using var planted = new Planted(
            "class Z { int z = 1; } class A : Z { int x; public A(int y) { x = y; } } class B { int x; public B(int y) { x = G(y); } static int G(int y) => y; }"
            + "class C { static readonly A a = new A(1); static readonly B b = new B(1); static readonly byte[] big = new byte[4096]; }");
        var found = Assert.Single(Guard.Check(planted.Paths, SmallList.Api, new GuardOptions { Profile = GuardProfile.House }));
        Assert.Equal((RuleSet.HeavyStaticConstructor, "creates B, whose constructor does work, allocates an array that is not a constant table"), (found.Rule, found.Detail));
    }

    [Fact]
    public void An_ordinary_desktop_assembly_is_refused_for_many_reasons()
    {
        var found = Guard.Check([typeof(Guard).Assembly.Location], SmallList.Api, new GuardOptions { Profile = GuardProfile.House });
        Assert.Superset(
            new HashSet<string> { "NG01", "NG04", "NG13", "NG14", "NG17", "NG19", "NG20", "NG21" },
            found.Select(v => v.Rule.Id).ToHashSet());
        Assert.All(found, v => Assert.DoesNotContain(Path.DirectorySeparatorChar, v.Source ?? string.Empty));
    }

    [Fact]
    public void A_check_that_could_not_fail_or_not_pass_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Guard.Check([], SmallList.Api));
        using var planted = new Planted("class C { }");
        Assert.Throws<ArgumentException>(() => Guard.Check(planted.Paths, ApiList.Parse("# nothing")));
    }
}
