namespace NanoGuard.Tests;

/// <summary>The unsigned tag on a value whose highest bit is never set does no harm; on one where it may be it does.</summary>
public class ValueRangeTests
{
    /// <summary>Computed right under either tag; computed wrong.</summary>
    public static TheoryData<string, string> Pairs => new()
    {
        { "int F(uint u) => (int)(u & 0xFF) >> 3;", "int F(uint u) => (int)(u & 0xFFFFFFF0) >> 3;" },
        { "int F(uint u) => (int)(u & 0x7FFFFFFF) % 7;", "int F(uint u) => (int)(u | 0x80000000) % 7;" },
        { "int F(uint u) => (int)(u >> 1) % 10;", "int F(uint u, int n) => (int)(u >> n) % 10;" },
        { "int F(uint u) => (int)(u % 1000) >> 2;", "int F(uint u) => (int)(u % 0xFFFFFFFF) >> 2;" },
        { "int F(uint u) => (int)(u / 2) >> 2;", "int F(uint u) => (int)(u / 1) >> 2;" },
        { "int F(uint a, byte b) => (int)(((a & 0xFF) << 8) | b) >> 3;", "int F(uint a, byte b) => (int)(((a & 0xFF) << 24) | b) >> 3;" },
        { "int F(uint a) => (int)((a & 0xFFFF) * 3u) >> 1;", "int F(uint a, uint b) => (int)((a & 0xFFFF) * b) >> 1;" },
        { "int F(uint a) => (int)((a & 0xFF) + 7u) % 3;", "int F(uint a) => (int)((a & 0xFF) - 7u) % 3;" },
        { "long F(uint u) => (int)(u >> 8);", "long F(uint u) => (int)u;" },
        { "double F(uint u) => (int)(u & 0xFFFF) * 2.5;", "double F(uint u) => (int)u * 2.5;" },
        { "long F(ulong u) => (long)(u >> 1) >> 3;", "long F(ulong u) => (long)(u << 1) >> 3;" },
        { "long F(ulong u) => (long)(u & 0xFFFFFFFFu) % 7;", "long F(ulong u) => (long)(u ^ 0xFFFFFFFFu) % 7;" },
        { "int F(uint u) { uint low = u & 0xFFF; return (int)low >> 3; }", "int F(uint u) { uint low = u & ~0xFFFu; return (int)low >> 3; }" },
        { "int F(uint u) { if (u < 100) { return (int)u >> 1; } return 0; }", "int F(uint u) { if (u > 100) { return (int)u >> 1; } return 0; }" },
        { "int F(uint u) { if (u > 0x7FFF) { return 0; } return (int)u % 7; }", "int F(uint u) { if (u < 0x7FFF) { return 0; } return (int)u % 7; }" },
        { "int F(uint u) { u &= 0xFF; return (int)u >> 1; }", "int F(uint u) { u |= 0xFF; return (int)u >> 1; }" },
        { "int F(uint u) { uint s = 0; for (int i = 0; i < 4; i++) { s = (s + (u & 1)) & 0xFF; } return (int)s >> 1; }", "int F(uint u) { uint s = 0; for (int i = 0; i < 4; i++) { s = s + (u & 1); } return (int)s >> 1; }" },
        { "int F(uint u) => G((int)(u & 0xFF)) + G(-5); private int G(int i) => i >> 3;", "int F(uint u) => G((int)u) + G(5); private int G(int i) => i >> 3;" },
        { "int F(uint u) => (int)G(u & 0xF) >> 3; private uint G(uint u) => u + 1;", "int F(uint u) => (int)G(u) >> 3; private uint G(uint u) => u + 1;" },
        { "int F(uint u) => (int)G(u) >> 3; public uint G(uint u) => u & 0xFF;", "int F(uint u) => (int)G(u) >> 3; public virtual uint G(uint u) => u;" },
        { "int F(uint u) => (int)Low(u) >> 3; static uint Low(uint u) => Lower(u) & 0xFFFF; static uint Lower(uint u) => u == 0 ? 0 : Lower(u - 1) + 1;", "int F(uint u) => (int)Lower(u) >> 3; static uint Lower(uint u) => u == 0 ? 0 : Lower(u - 1) + 1;" },
        { "int F(uint u) { uint x = u & 0xFF; try { x = G(x); } catch (System.Exception) { x = 1; } return (int)x >> 1; } uint G(uint v) => v & 3;", "int F(uint u) { uint x = u & 0xFF; try { x = u; G(x); } catch (System.Exception) { } return (int)x >> 1; } void G(uint v) { }" },
        { "int F(uint u) { uint x = u & 0xFF; return G(x) + ((int)x >> 1); } int G(uint v) => 1;", "int F(uint u) { uint x = u & 0xFF; return G(ref x) + ((int)x >> 1); } int G(ref uint v) { v = ~v; return 1; }" },
        { "int F(bool b, uint u) => (b ? (int)(u & 1) : -3) >> 3;", "int F(bool b, uint u) => (b ? (int)u : -3) >> 3;" },
        { "int F(uint u) => (int)u / 7;", "int F(uint u) => (int)u % 7;" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_tag_is_told_only_where_the_highest_bit_may_be_set(string right, string wrong)
    {
        foreach (var debug in new[] { true, false })
        {
            using var silent = new Planted($"public class C {{ {right} }}", debug);
            Assert.DoesNotContain(Guard.Check(silent.Paths, SmallList.Api), violation => violation.Rule == RuleSet.UnsignedTag);
            using var planted = new Planted($"public class C {{ {wrong} }}", debug);
            Assert.Contains(Guard.Check(planted.Paths, SmallList.Api), violation => violation.Rule == RuleSet.UnsignedTag);
        }
    }

    /// <summary>What the interpreter would make of it (shr by the tag), against the desktop, for values at the edges.</summary>
    [Theory]
    [InlineData(0u)]
    [InlineData(1u)]
    [InlineData(0x7FFFFFFFu)]
    public void Below_the_highest_bit_both_tags_compute_the_same(uint value)
    {
        Assert.Equal((int)value >> 3, (int)(value >> 3));
        Assert.Equal((int)value % 7, (int)(value % 7));
        Assert.Equal((int)value, (double)value);
    }

    /// <summary>A sum that counts in a loop, in two methods that call each other, in a chain of variables: the check must come to an end.</summary>
    [Fact]
    public void Loops_and_recursion_that_count_end()
    {
        using var planted = new Planted("""
            class C
            {
                static uint A(uint n) => n == 0 ? 1 : B(n - 1) * 3;
                static uint B(uint n) => n == 0 ? 1 : A(n - 1) + 1;
                static int F(uint n)
                {
                    uint a = 0, b = 1, c = 2, d = 3;
                    while (n-- > 0) { uint t = a; a = b; b = c; c = d; d = t + 1; if ((d & 1) == 0) { a <<= 1; } else { b *= 3; } }
                    return (int)(A(n) + a + b) >> 1;
                }
            }
            """);
        Assert.Single(Guard.Check(planted.Paths, SmallList.Api));
    }
}
