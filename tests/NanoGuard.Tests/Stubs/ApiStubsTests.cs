using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NanoGuard.Api;
using NanoGuard.Stubs;

namespace NanoGuard.Tests.Stubs;

/// <summary>Reference assemblies made from a list: what they print is the list, and sources compile against them as against the real ones.</summary>
public sealed class ApiStubsTests : IDisposable
{
    private const string List = """
        [Chips]
        N.Base | abstract class : System.IDisposable
          N.Base::get_Length() : abstract System.Int32
          N.Base::Dispose() : virtual System.Void
        N.Chip | sealed class : N.Base
          N.Chip::Address : const System.Byte = 104
          N.Chip::Name : const System.String = chip
          N.Chip::None : static N.Chip
          N.Chip::.ctor(System.Int32) : System.Void
          N.Chip::add_Ready(N.Done) : System.Void
          N.Chip::remove_Ready(N.Done) : System.Void
          N.Chip::get_Length() : virtual System.Int32
          N.Chip::get_Item(System.Int32) : System.Byte
          N.Chip::set_Item(System.Int32, System.Byte) : System.Void
          N.Chip::Fill(System.Byte[]) : System.Void
          N.Chip::Try(System.Int32&) : System.Boolean
          N.Chip::op_Implicit(System.Int32) : static N.Chip
        N.Chip.Mode | enum
          N.Chip.Mode::Off : N.Chip.Mode = 0
          N.Chip.Mode::On : N.Chip.Mode = 4294967296
        N.Done | delegate
          N.Done::Invoke(System.Object sender, M.Pair e) : System.Void
        [Pairs]
        M.Pair | struct
          M.Pair::A : System.Int32
          M.Pair::.ctor(System.Int32) : System.Void
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("stubs");

    [Fact]
    public void What_a_stub_prints_is_the_list_it_was_made_of()
    {
        var paths = Write(List).Paths;
        Assert.Equal(["Chips.dll", "Pairs.dll"], paths.Select(path => Path.GetFileName(path)));
        var printed = paths.SelectMany(path => ApiSurface.Print(path)).Select(line => line.Trim()).Order(StringComparer.Ordinal);
        Assert.Equal(List.Split('\n').Select(line => line.Trim()).Where(line => line[0] != '[').Order(StringComparer.Ordinal), printed);
    }

    [Theory]
    [InlineData("object F() => new N.Chip(3);")]
    [InlineData("void F() { using (N.Chip c = 3) { c.Ready += (s, e) => e.A = N.Chip.Address; c[0] = (byte)c.Length; } }")]
    [InlineData("ulong F() => (ulong)N.Chip.Mode.On;")]
    [InlineData("bool F(int x) => N.Chip.None.Try(ref x);")]
    [InlineData("void F(N.Base b) { b.Dispose(); }")]
    public void Sources_compile_against_a_stub(string source) => Assert.Empty(Errors(source, List));

    [Theory]
    [InlineData("object F() => new N.Chip();", "CS7036")]
    [InlineData("void F(N.Chip c) => c.Reset();", "CS1061")]
    [InlineData("void F(N.Chip c) => c.Fill(new int[1]);", "CS1503")]
    [InlineData("object F() => new N.Base();", "CS0144")]
    [InlineData("N.Sensor s;", "CS0426|CS0234")]
    [InlineData("int F() { M.Pair p; return p.ToString().Length; }", "CS0165")]
    public void What_the_list_does_not_name_does_not_compile(string source, string error) => Assert.Contains(Errors(source, List), found => error.Contains(found, StringComparison.Ordinal));

    [Fact]
    public void A_constant_may_be_of_an_enum_whose_assembly_is_written_later()
    {
        const string Two = "[A]\nA.Port | class\n  A.Port::Usual : const B.Parity = 2\n[B]\nB.Parity | enum\n  B.Parity::Even : B.Parity = 2";
        Assert.Equal(["A.dll", "B.dll"], Write(Two).Paths.Select(path => Path.GetFileName(path)));
        Assert.Empty(Errors("int F() { const B.Parity p = A.Port.Usual; switch (p) { case B.Parity.Even: return 1; default: return 0; } }", Two));
        Assert.Empty(Errors("object F() => new A.Port();", "[A]\nA.Port | class\n  A.Port::.ctor(B.Parity) : System.Void\n[B]\nB.Parity | enum\n  B.Parity::Even : B.Parity = 2", OptionalDefaults.Parse("A.Port::.ctor(B.Parity) : System.Void ; parity = 2")));
    }

    [Fact]
    public void Optional_parameters_stay_optional()
    {
        var list = "[P]\nN.Port | class\n  N.Port::.ctor(System.String, System.Int32) : System.Void";
        var defaults = OptionalDefaults.Parse("N.Port::.ctor(System.String, System.Int32) : System.Void ; baudRate = 9600");
        Assert.Empty(Errors("object F() => new N.Port(\"COM2\");", list, defaults));
        Assert.Contains("CS7036", Errors("object F() => new N.Port(\"COM2\");", list));
    }

    [Fact]
    public void Parameters_get_the_names_and_defaults_of_an_assembly_with_the_same_members()
    {
        const string Port = "[P]\nN.Port | class\n  N.Port::.ctor(System.String, System.Int32) : System.Void";
        Assert.Contains("CS1739", Errors("object F() => new N.Port(name: \"COM2\", baudRate: 1);", Port));
        Assert.Empty(Errors("object F() => new N.Port(name: \"COM2\");", Port, namesPath: typeof(Nano.N.Port).Assembly.Location));
    }

    [Fact]
    public void What_surfaces_do_not_print_may_stand_in_a_list()
    {
        const string Marked = "[P]\nN.Port | class\n  N.Port::Say(params System.Object[]) : static System.Void\n  N.Port::Try(out System.Int32&) : static System.Void";
        Assert.Empty(Errors("int F() { N.Port.Say(1, 2); int x; N.Port.Try(out x); return x; }", Marked));
    }

    [Fact]
    public void A_member_of_types_that_nobody_declares_is_left_out_and_named()
    {
        var written = Write("[P]\nN.Port | class\n  N.Port::Open(N.Mode) : System.Void\n  N.Port::Close() : System.Void");
        Assert.Equal(["N.Port::Open(N.Mode) : System.Void"], written.LeftOut);
    }

    [Fact]
    public void The_same_list_gives_the_same_bytes()
    {
        var first = Write(List).Paths.Select(File.ReadAllBytes).ToList();
        Assert.Equal(first, Write(List).Paths.Select(File.ReadAllBytes));
    }

    [Fact]
    public void A_member_without_its_type_line_is_an_error() =>
        Assert.Contains("no type line", Assert.Throws<FormatException>(() => Write("[P]\n  N.Port::Close() : System.Void")).Message, StringComparison.Ordinal);

    public void Dispose() => folder.Delete(recursive: true);

    private StubSet Write(string list, OptionalDefaults? defaults = null, string? namesPath = null) => ApiStubs.Write(ApiList.Parse(list), typeof(object).Assembly.Location, folder.FullName, defaults, namesPath);

    private string[] Errors(string source, string list, OptionalDefaults? defaults = null, string? namesPath = null)
    {
        var references = Write(list, defaults, namesPath).Paths.Append(typeof(object).Assembly.Location).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("Guest", [CSharpSyntaxTree.ParseText($"class C {{ {source} }}")], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return [.. compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Id)];
    }
}
