using NanoGuard.Api;

namespace NanoGuard.Tests.Api;

public class ApiListerTests
{
    private const string Source = """
        class C
        {
            readonly System.Collections.ArrayList list = new System.Collections.ArrayList();
            void F(string s) { lock (list) { list.Add(s.Substring(0, 1)); } throw new System.InvalidOperationException(); }
            string G(string s) => s.Replace("a", "b");
        }
        """;

    [Fact]
    public void Used_members_are_listed_as_they_stand_in_the_surface_under_its_headings()
    {
        using var planted = new Planted(Source);
        string[] expected =
        [
            "[mscorlib]",
            "System.Collections.ArrayList | class : System.Collections.IList, System.Collections.ICollection, System.Collections.IEnumerable, System.ICloneable",
            "  System.Collections.ArrayList::.ctor() : System.Void",
            "  System.Collections.ArrayList::Add(System.Object) : virtual System.Int32",
            "System.InvalidOperationException | class : System.SystemException",
            "  System.InvalidOperationException::.ctor() : System.Void",
            "  System.String::Substring(System.Int32, System.Int32) : System.String",
            "System.Threading.Monitor | static class",
            "  System.Threading.Monitor::Enter(System.Object) : static System.Void",
            "  System.Threading.Monitor::Exit(System.Object) : static System.Void",
            "# not in any surface file:",
            "# System.String::Replace(System.String, System.String) : System.String",
        ];
        Assert.Equal(expected, ApiLister.List(planted.Paths, SmallList.Api));
    }

    [Fact]
    public void Lines_that_nobody_uses_are_told_apart_from_those_that_leave_no_trace()
    {
        using var planted = new Planted("class C { System.TimeSpan F(System.TimeSpan t) => t; }");
        var list = ApiList.Parse("[mscorlib]\nSystem.TimeSpan | struct\n  System.TimeSpan::get_Ticks() : System.Int64\n  System.TimeSpan::TicksPerSecond : const System.Int64 = 10000000\nSystem.Version | sealed class\nSystem.Int32 | struct");
        Assert.Equal(["System.Version | sealed class", "System.TimeSpan::get_Ticks() : System.Int64"], ApiLister.Unused(planted.Paths, list));
    }

    [Fact]
    public void A_list_made_from_clean_code_lets_that_code_pass()
    {
        using var planted = new Planted(Source.Replace("s.Replace(\"a\", \"b\")", "s + s", StringComparison.Ordinal));
        var list = ApiList.Parse(string.Join('\n', ApiLister.List(planted.Paths)));
        Assert.Empty(Guard.Check(planted.Paths, list));
    }
}
