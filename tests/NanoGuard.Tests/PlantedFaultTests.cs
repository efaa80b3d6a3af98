namespace NanoGuard.Tests;

/// <summary>One planted fault a row: each must be caught under its own rule, and once it is out the code must be clean.</summary>
public class PlantedFaultTests
{
    /// <summary>Rule, what the report must say, the fault, the same without it.</summary>
    public static TheoryData<string, string, string, string> Faults => new()
    {
        { "NG01", "System.String::Replace(System.String, System.String) : System.String",
            "string F(string s) => s.Replace(\"a\", \"b\");", "string F(string s) => s.Substring(0, 1);" },
        { "NG01", "local variable System.Text.StringBuilder",
            "object F() { var b = new System.Text.StringBuilder(); G(b); G(b); return b; } void G(object o) { }", "object F() { var b = new System.Collections.ArrayList(); return b; }" },
        { "NG01", "field System.Version", "System.Version v = null!; object F() => v;", "object v = null!; object F() => v;" },
        { "NG01", "System.DateTime::get_UtcNow() : static System.DateTime", "object F() => System.DateTime.UtcNow;", "object F() => 1;" },
        { "NG01", "attribute System.MTAThreadAttribute", "[System.MTAThread] void F() { }", "void F() { }" },
        { "NG01", "field System.Runtime.CompilerServices.IsVolatile", "volatile int x; int F() => x;", "int x; int F() => x;" },
        { "NG01", "parameter System.Runtime.InteropServices.InAttribute", "interface I { void F(in System.TimeSpan t); }", "interface I { void F(System.TimeSpan t); }" },
        { "NG02", "System.DivideByZeroException", "void F() { throw new System.DivideByZeroException(); }", "void F() { throw new System.InvalidOperationException(); }" },
        { "NG02", "catch System.OverflowException", "int F() { try { return G(); } catch (System.OverflowException) { return 0; } } int G() => 1;",
            "int F() { try { return G(); } catch (System.Exception) { return 0; } } int G() => 1;" },
        { "NG03", "generic type", "class G<T> { public T? X; }", "class G { public object? X; }" },
        { "NG03", "generic method F<T>", "void F<T>(T x) { }", "void F(object x) { }" },
        { "NG03", "anonymous type", "object F() => new { A = 1 };", "class P { public int A; } object F() => new P();" },
        { "NG04", "System.Collections.Generic.List`1<System.Int32>", "object F() => new System.Collections.Generic.List<int>();", "object F() => new System.Collections.ArrayList();" },
        { "NG04", "System.Array::Empty", "object F() => System.Array.Empty<byte>();", "object F() => new byte[0];" },
        { "NG04", "System.ReadOnlySpan`1<System.Byte>", "int F() { System.ReadOnlySpan<byte> s = \"ab\"u8; return s[0]; }", "int F() { var s = new byte[] { 97, 98 }; return s[0]; }" },
        { "NG05", "interface I gives F a body", "interface I { int F() => 1; }", "interface I { int F(); }" },
        { "NG06", "System.Int32[,]", "int F() { var a = new int[2, 3]; a[1, 1] = 2; return a[0, 0]; }", "int F() { var a = new int[6]; a[4] = 2; return a[0]; }" },
        { "NG06", "field System.Byte[,]", "byte[,]? a; object? F() => a;", "byte[][]? a; object? F() => a;" },
        { "NG07", "localloc", "unsafe int F(int n) { byte* p = stackalloc byte[n]; return *p; }", "int F(int n) { var p = new byte[n]; return p[0]; }" },
        { "NG07", "calli", "unsafe int F(delegate*<int> f) => f();", "delegate int D(); int F(D f) => f();" },
        { "NG07", "arglist", "void F(__arglist) { G(__arglist); } void G(System.RuntimeArgumentHandle h) { }", "void F() { }" },
        { "NG07", "mkrefany", "void F(int x) { var r = __makeref(x); G(__reftype(r)); } void G(object o) { }", "void F(int x) { }" },
        { "NG08", "pinned", "unsafe int F(byte[] a) { fixed (byte* p = a) { return *p; } }", "int F(byte[] a) => a[0];" },
        { "NG08", "parameter System.Byte*", "unsafe int F(byte* p) => *p;", "int F(ref byte p) => p;" },
        { "NG09", "add.ovf", "int F(int a, int b) => checked(a + b);", "int F(int a, int b) => a + b;" },
        { "NG09", "conv.ovf.u1", "byte F(int a) => checked((byte)a);", "byte F(int a) => (byte)a;" },
        { "NG10", "shr on a value", "int F(uint u) => (int)u >> 31;", "int F(uint u) => (int)(u >> 31);" },
        { "NG24", "may be null", "bool F(string[] a) => a[0] == \"x\";", "bool F(string[] a) { string s = a[0]; return s != null && s == \"x\"; }" },
        { "NG24", "may be null", "bool F(string[] a, int i) => a[i] != \"x\";", "bool F(string[] a, int i) => G(a[i]); bool G(string s) => s != null && !(s == \"x\");" },
        { "NG24", "may be null", "bool F(string[] a) => \"x\" == a[1];", "bool F(string a) => \"x\" == a;" },
        { "NG24", "may be null", "bool F(string[] a, string b) => a[0] == b;", "bool F(string[] a) => a[0] == null;" },
        { "NG24", "may be null", "bool F(string[] a) { string s = a[0]; G(s); return s == \"x\"; } void G(object o) { }", "bool F(string[] a) { string s = a[0]; if (s == null) { return false; } return s == \"x\"; }" },
        { "NG11", "loops", "static int[] t = new int[4]; static C() { for (var i = 0; i < t.Length; i++) { t[i] = i; } }", "static int[] t = new int[] { 0, 1, 2, 3 };" },
        { "NG11", "calls System.TimeSpan::FromSeconds", "static readonly System.TimeSpan T = System.TimeSpan.FromSeconds(3);", "static readonly System.TimeSpan T = new System.TimeSpan(30000000L);" },
        { "NG12", "ldc.r8", "bool F(int x) => x > 1.5;", "bool F(int x) => x * 2 > 3;" },
        { "NG12", "field System.Single", "float f; object? F() => null;", "int f; object? F() => null;" },
        { "NG12", "System.TimeSpan::get_TotalSeconds() : System.Double", "int F(System.TimeSpan t) => (int)t.TotalSeconds;", "int F(System.TimeSpan t) => (int)(t.Ticks / 10000000L);" },
        { "NG13", "DefaultInterpolatedStringHandler", "string F(int n) => $\"n={n:D6}\";", "string F(int n) => \"n=\" + n.ToString(\"D6\");" },
        { "NG13", "System.String::Concat(System.ReadOnlySpan`1<System.Char>", "string F(string s, char c) => s + c;", "string F(string s, string c) => s + c;" },
        { "NG13", "System.String::Format(System.String, System.Object)", "string F(object o) => string.Format(\"{0}\", o);", "string F(object o) => \"\" + o.ToString();" },
        { "NG14", "async method", "async System.Threading.Tasks.Task F() { await System.Threading.Tasks.Task.Delay(1); }", "void F() { }" },
        { "NG14", "iterator", "System.Collections.IEnumerable F() { yield return 1; }", "System.Collections.IEnumerable F() => new int[] { 1 };" },
        { "NG15", "System.Index", "System.Index F() => ^1;", "int F() => 1;" },
        { "NG15", "GetSubArray", "byte[] F(byte[] a) => a[1..3];", "byte[] F(byte[] a) { var b = new byte[2]; System.Array.Copy(a, 1, b, 0, 2); return b; }" },
        { "NG16", "System.Nullable`1<System.Int32>", "int? F() => null;", "bool F(out int x) { x = 0; return false; }" },
        { "NG17", "record", "record R(int A);", "class R { public readonly int A; public R(int a) { A = a; } }" },
        { "NG17", "record", "readonly record struct R(int A);", "struct R { public int A; }" },
        { "NG18", "System.ValueTuple`2<System.Int32, System.Int32>", "(int, int) F() => (1, 2);", "void F(out int a, out int b) { a = 1; b = 2; }" },
        { "NG19", "System.Func`2<System.Int32, System.Int32>", "int F(System.Func<int, int> f) => f(1);", "delegate int D(int x); int F(D f) => f(1);" },
        { "NG20", "System.Linq.Enumerable", "int F(int[] a) => System.Linq.Enumerable.Count(a);", "int F(int[] a) => a.Length;" },
        { "NG21", "C.E is turned into text", "enum E { A } string F(E e) => e.ToString();", "enum E { A } string F(E e) => ((int)e).ToString();" },
        { "NG21", "C.E is turned into text", "enum E { A } string F(E e) => \"e=\" + e;", "enum E { A } string F(E e) => \"e=\" + ((int)e).ToString();" },
        { "NG22", "switch with 300 entries", "int F(int x) { switch (x) { " + Cases(300) + " } return 0; }", "int F(int x) { switch (x) { " + Cases(200) + " } return 0; }" },
        { "NG23", "static field Count is not readonly", "static int Count; void F() { Count++; }", "int Count; void F() { Count++; }" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_planted_fault_is_caught_under_its_rule_and_gone_when_taken_out(string rule, string says, string fault, string clean)
    {
        var options = OptionsFor(rule);

        using var planted = new Planted(InClass(fault));
        var found = Guard.Check(planted.Paths, SmallList.Api, options);
        Assert.Contains(found, v => v.Rule.Id == rule && v.ToString().Contains(says, StringComparison.Ordinal));
        Assert.All(found, v => Assert.Contains(v.Rule.Fact, v.ToString(), StringComparison.Ordinal));
        Assert.All(found, v => Assert.False(string.IsNullOrWhiteSpace(v.Instead)));

        using var cured = new Planted(InClass(clean));
        Assert.Empty(Guard.Check(cured.Paths, SmallList.Api, options));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Unoptimised_builds_are_caught_as_well(string rule, string says, string fault, string clean)
    {
        var options = OptionsFor(rule);

        using var planted = new Planted(InClass(fault), debug: true, pdb: false);
        var found = Guard.Check(planted.Paths, SmallList.Api, options);
        Assert.Contains(found, v => v.Rule.Id == rule && v.ToString().Contains(says, StringComparison.Ordinal));

        using var cured = new Planted(InClass(clean), debug: true, pdb: false);
        Assert.Empty(Guard.Check(cured.Paths, SmallList.Api, options));
    }

    [Fact]
    public void Every_rule_has_a_planted_fault()
    {
        var planted = Faults.Select(row => row.Data.Item1).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(RuleSet.All.Select(rule => rule.Id), RuleSet.All.Select(rule => rule.Id).Where(planted.Contains));
    }

    [Fact]
    public void Switching_a_rule_off_silences_only_that_rule()
    {
        using var planted = new Planted(InClass("int F(int a, int b) => checked(a + b); bool G(int x) => x > 1.5;"));
        var found = Guard.Check(planted.Paths, SmallList.Api, new GuardOptions { Profile = GuardProfile.House, Without = [RuleSet.FloatingPoint] });
        Assert.Equal(["NG09"], found.Select(v => v.Rule.Id));
    }

    // Planted sources have static fields for other reasons.
    private static GuardOptions OptionsFor(string rule) =>
        new() { Profile = RuleSet.All.First(known => known.Id == rule).Profile, Without = rule == "NG23" ? [] : [RuleSet.MutableStatic] };

    private static string InClass(string members) => $$"""
        class C
        {
            {{members}}
        }
        """;

    private static string Cases(int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"case {i}: return {i * 7 % 11};"));
}
