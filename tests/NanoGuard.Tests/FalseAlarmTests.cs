namespace NanoGuard.Tests;

/// <summary>What was once reported and runs right, beside what is like it and does not: the first is silent, the second found, in both configurations.</summary>
public class FalseAlarmTests
{
    /// <summary>Rule, silent, found.</summary>
    public static TheoryData<string, string, string> Pairs => new()
    {
        // The length and the index of an array are converted by the compiler; a checked conversion is the source's.
        { "NG09", "byte[] F(long n) => new byte[n];", "int F(long n) => checked((int)n);" },
        { "NG09", "byte[] F(ulong n) => new byte[n];", "nint F(ulong n) => checked((nint)n);" },
        { "NG09", "byte[] F(long n) => new byte[n * 2];", "byte[] F(int n) => new byte[checked(n * 2)];" },
        { "NG09", "int F(int[] a, long i) => a[i];", "int F(int[] a, long i) => a[checked((int)i)];" },
        { "NG09", "void F(int[] a, long i, bool b) { a[i] = b ? 1 : 2; }", "void F(int[] a, long i) { a[0] = checked((int)i); }" },
        { "NG09", "void F(int[] a, ulong i) { a[i] += 3; }", "void F(int[] a, int i) { a[i] = checked(a[i] + 3); }" },

        // Nothing fits: the device build throws InvalidOperationException.
        { "NG02", "int F(int x) => x switch { 1 => 5, 2 => 7 };", "int F(int x) { try { return x; } catch (System.Runtime.CompilerServices.SwitchExpressionException) { return 0; } }" },

        // An element of which null is ruled out.
        { "NG24", "bool F(string[] a, int i) => a[i] != null && a[i] == \"x\";", "bool F(string[] a, int i, int j) => a[i] != null && a[j] == \"x\";" },
        { "NG24", "string[] w = new string[2]; bool F(int i) => w[i] != null && w[i] == \"x\";", "string[] w = new string[2], v = new string[2]; bool F(int i) => w[i] != null && v[i] == \"x\";" },
        { "NG24", "bool F(string[] a, int i) => a[i + 1] != null && a[i + 1] == \"x\";", "bool F(string[] a, string[] b, int i) => b[i + 1] != null && a[i + 1] == \"x\";" },
        { "NG24", "bool F(string[] a) { string s = a[0]; return !string.IsNullOrEmpty(s) && s == \"x\"; }", "bool F(string[] a) { string s = a[0]; return !string.IsNullOrEmpty(a[1]) && s == \"x\"; }" },
        { "NG24", "bool F(string[] a) => a[0].Length == 1 && a[0] == \"x\";", "bool F(string[] a) => a[1].Length == 1 && a[0] == \"x\";" },
        { "NG24", "static readonly string[] T = { \"a\", \"b\" }; bool F(int i, string s) => T[i] == s;", "static readonly string[] T = new string[2]; bool F(int i, string s) => T[i] == s;" },
        { "NG24", "bool F(int i, string s) { string[] t = { \"a\", \"b\" }; return t[i] == s; }", "bool F(int i, string s) { string[] t = new string[2]; t[0] = \"a\"; return t[i] == s; }" },
        { "NG24", "bool F(string s) { string[] t = s.Split(new char[] { ',' }); return t[0] == \"a\"; }", "bool F(string s, string[] t) { if (t == null) { t = s.Split(new char[] { ',' }); } return t[0] == \"a\"; }" },

        // What the desktop compiler chose for an interpolation is not what the device build has; what the source names is.
        { "NG01", "string F(int n, string s) => $\"n={n:D6} of {s,8}\";",
            "int F() { var h = new System.Runtime.CompilerServices.DefaultInterpolatedStringHandler(1, 1); return G(ref h); } int G(ref System.Runtime.CompilerServices.DefaultInterpolatedStringHandler h) => 1;" },
        { "NG01", "string F(object o) => string.Format(\"{0}\", o);", "string F(object o, System.IFormatProvider? p) => string.Format(p, \"{0}\", o);" },
        { "NG01", "string F(object a, object b, object c, object d) => string.Format(\"{0}{1}{2}{3}\", a, b, c, d);", "string F(string[] a) => string.Join(\",\", a);" },
        { "NG04", "string F(string s, char c) => s + c;", "int F(System.ReadOnlySpan<char> s) => s.Length;" },
        { "NG04", "string F(string a, string b, string c, string d, string e) => a + b + c + d + e;", "int F(string s) { System.ReadOnlySpan<char> r = s; return r.Length; }" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void What_runs_right_is_silent_and_what_is_like_it_and_does_not_is_found(string rule, string silent, string found)
    {
        foreach (var debug in new[] { true, false })
        {
            using var clean = new Planted($"class C {{ {silent} }}", debug);
            Assert.DoesNotContain(Guard.Check(clean.Paths, SmallList.Api), violation => violation.Rule.Id is "NG02" or "NG03" or "NG04" or "NG09" or "NG13" or "NG24" || violation.Detail.Contains("Interpolated", StringComparison.Ordinal) || violation.Detail.Contains("::Format", StringComparison.Ordinal));

            using var planted = new Planted($"class C {{ {found} }}", debug);
            Assert.Contains(Guard.Check(planted.Paths, SmallList.Api), violation => violation.Rule.Id == rule);
        }
    }

    [Fact]
    public void A_static_constructor_is_one_finding_however_much_it_does()
    {
        const string Source = "class C { static readonly System.TimeSpan A = F(1), B = F(2), D = G(3), E = H(4), I = J(5); static System.TimeSpan F(long n) => new(n); static System.TimeSpan G(long n) => new(n); static System.TimeSpan H(long n) => new(n); static System.TimeSpan J(long n) => new(n); }";
        foreach (var debug in new[] { true, false })
        {
            using var planted = new Planted(Source, debug);
            var found = Assert.Single(Guard.Check(planted.Paths, SmallList.Api, new GuardOptions { Profile = GuardProfile.House }));
            Assert.Equal("NG11", found.Rule.Id);
            Assert.Matches(@"^calls C::F\(.*\) : .*, calls C::G\(.*\) : .*, calls C::H\(.*\) : .* and 1 more$", found.Detail);
        }
    }

    /// <summary>What the house rules refuse runs on the device.</summary>
    [Theory]
    [InlineData("NG11", "static readonly int A = F(); static int F() => 3;")]
    [InlineData("NG12", "double F(float x) => x * 1.5;")]
    [InlineData("NG13", "string F(int n) => $\"n={n}\";")]
    [InlineData("NG23", "static int n; int F() => ++n;")]
    public void The_house_profile_alone_refuses_what_runs(string rule, string source)
    {
        foreach (var debug in new[] { true, false })
        {
            using var planted = new Planted($"class C {{ {source} }}", debug);
            Assert.Empty(Guard.Check(planted.Paths, SmallList.Api));
            var found = Guard.Check(planted.Paths, SmallList.Api, new GuardOptions { Profile = GuardProfile.House });
            Assert.Contains(found, violation => violation.Rule.Id == rule);
        }
    }

    [Fact]
    public void A_member_that_takes_a_double_and_does_not_exist_is_refused_in_every_profile()
    {
        using var planted = new Planted("class C { int F(System.TimeSpan t) => (int)t.TotalSeconds; }");
        Assert.Contains(Guard.Check(planted.Paths, SmallList.Api), violation => violation.Rule.Id == "NG01" && violation.Detail.Contains("get_TotalSeconds", StringComparison.Ordinal));
    }
}
