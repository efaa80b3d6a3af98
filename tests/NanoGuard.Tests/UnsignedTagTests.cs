namespace NanoGuard.Tests;

/// <summary>The unsigned tag: what the interpreter keeps on its stack where the desktop has forgotten it.</summary>
public class UnsignedTagTests
{
    [Theory]
    [InlineData("shr", "int F(uint u) => (int)u >> 3;")]
    [InlineData("rem", "int F(uint u) => (int)u % 7;")]
    [InlineData("conv.r8", "double F(uint u) => (int)u;")]
    [InlineData("conv.r4", "float F(ulong u) => (long)u;")]
    [InlineData("shr", "long F(ulong u) => (long)u >> 3;")]
    [InlineData("conv.i8", "long F(uint u) => (long)(int)u;")]
    [InlineData("rem", "long F(uint u) => ((long)u - 7) % 3;")]
    [InlineData("shr", "int F(uint u, uint v) => -(int)(u ^ v) >> 3;")]
    [InlineData("shr", "int F(uint[] a) => (int)a[2] >> 3;")]
    [InlineData("shr", "long F(ulong[] a) => (long)a[2] >> 3;")]
    [InlineData("shr", "uint u; int F() => (int)u >> 3;")]
    [InlineData("shr", "static uint u; int F() => (int)u >> 3;")]
    [InlineData("shr", "int F(ref uint u) => (int)u >> 3;")]
    [InlineData("shr", "enum E : uint { A } int F(E e) => (int)e >> 3;")]
    [InlineData("rem", "uint g; int F(int i) => (int)(uint)(byte)G() % 5 + (int)G() % 5; uint G() => g;")]
    [InlineData("shr", "int F(bool b, uint u, int i) => (b ? (int)u : i) >> 3;")]
    public void A_cast_that_emits_no_IL_is_caught_at_the_signed_operation(string operation, string source)
    {
        using var planted = new Planted($"class C {{ {source} }}");
        var found = Assert.Single(Guard.Check(planted.Paths, SmallList.Api));
        Assert.Equal(RuleSet.UnsignedTag, found.Rule);
        Assert.StartsWith(operation, found.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int F(uint u) => G((int)u); int G(int i) => i >> 3;")]
    [InlineData("int F(uint u) => G(u) >> 3; int G(uint u) => (int)u;")]
    [InlineData("interface I { int G(int i); } class D : I { public int G(int i) => i % 3; } int F(I d, uint u) => d.G((int)u);")]
    [InlineData("class D { readonly int x; public D(int i) { x = i >> 3; } } object F(uint u) => new D((int)u);")]
    [InlineData("int F(uint u) => H((int)u); int H(int i) => G(i); int G(int i) => i >> 3;")]
    public void The_tag_is_followed_through_arguments_and_results(string source)
    {
        using var planted = new Planted($"class C {{ {source} }}");
        Assert.Equal(RuleSet.UnsignedTag, Assert.Single(Guard.Check(planted.Paths, SmallList.Api)).Rule);
    }

    [Fact]
    public void The_tag_is_followed_from_one_checked_assembly_into_the_other()
    {
        using var planted = new Planted("public class Core { public static int F(int i) => i >> 3; }");
        planted.Add("Token", "class C { int F(uint u) => Core.F((int)u); }");
        var found = Assert.Single(Guard.Check(planted.Paths, SmallList.Api));
        Assert.Equal((RuleSet.UnsignedTag, "Core::F(System.Int32)"), (found.Rule, found.Member));
    }

    [Theory]
    [InlineData("int F(int i) => i >> 3;")]
    [InlineData("uint F(uint u) => u >> 3 | u % 7 | u / 5;")]
    [InlineData("int F(uint u) => (int)(u % 1000000);")]
    [InlineData("int F(byte[] b) => (b[0] >> 4) % 7;")]
    [InlineData("int F(uint u) => (byte)u >> 3;")]
    [InlineData("int F(ulong u) => (int)u >> 3;")]
    [InlineData("int F(ushort u, char c) => u / 7 + c % 7;")]
    [InlineData("int[] t = new int[2]; int F(uint u) { t[0] = (int)u; return t[0] >> 3; }")]
    [InlineData("int f; int F(uint u) { f = (int)u; return f >> 3; }")]
    [InlineData("long F(uint u) => (long)u / 3;")]
    [InlineData("int F(uint u) => (int)(long)u >> 3;")]
    [InlineData("uint F(uint u) => G(u); uint G(uint u) => u >> 3;")]
    [InlineData("int F(uint u) => G((int)u); int G(int i) => i + 1;")]
    [InlineData("uint F(uint x, int n) => (x << n) | (x >> (32 - n));")]
    [InlineData("int F(byte[] a) => (int)(uint)((a[0] & 0x7f) << 24 | a[1] << 16) / 2;")]
    public void What_the_interpreter_computes_as_the_desktop_does_passes(string source)
    {
        using var planted = new Planted($"class C {{ {source} }}");
        Assert.Empty(Guard.Check(planted.Paths, SmallList.Api));
    }

    [Fact]
    public void A_local_that_survives_compilation_takes_the_tag_off_and_one_that_is_optimised_away_does_not()
    {
        const string Source = "class C { int F(uint u) { int i = (int)u; return i >> 3; } }";
        using var debug = new Planted(Source, debug: true);
        using var release = new Planted(Source);
        Assert.Empty(Guard.Check(debug.Paths, SmallList.Api));
        Assert.Equal(RuleSet.UnsignedTag, Assert.Single(Guard.Check(release.Paths, SmallList.Api)).Rule);
    }
}
