using NanoGuard.Tool;

namespace NanoGuard.Tests.Tool;

public class CommandLineTests
{
    private const string Clean = "class App { static int Main() => 1; }";
    private const string Faulty = "class App { static int Main() => F(1, 2); static int F(int a, int b) => checked(a + b); static double G(float f) => f; }";

    [Fact]
    public void Clean_code_ends_with_0_and_says_so()
    {
        using var planted = Device(Clean);
        var (status, output, error) = Run([.. planted.Paths, "--references", Planted.CoreLibrary]);
        Assert.Equal((0, "", "nanoguard: clean (platform profile, 1 assembly)\n"), (status, output, error));
    }

    [Fact]
    public void Findings_end_with_1_and_stand_on_the_standard_output()
    {
        using var planted = Device(Faulty);
        var (status, output, error) = Run([.. planted.Paths, "-r", Planted.CoreLibrary]);
        Assert.Equal((1, "nanoguard: 1 finding (platform profile, 1 assembly)\n"), (status, error));
        Assert.StartsWith("NG09 checked arithmetic: add.ovf\n  in      App::F", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Reference_assemblies_are_written_of_several_lists()
    {
        using var planted = Planted.ForDevice();
        string[] lists = [Path.Combine(planted.Folder, "a.txt"), Path.Combine(planted.Folder, "b.txt")];
        File.WriteAllText(lists[0], "[A]\nA.Port | class\n  A.Port::Open(B.Mode) : System.Void\n  A.Port::Close(C.Mode) : System.Void");
        File.WriteAllText(lists[1], "[B]\nB.Mode | enum\n  B.Mode::On : B.Mode = 1");
        var stubs = Path.Combine(planted.Folder, "stubs");
        var (status, output, error) = Run(["--stubs", stubs, "--list", lists[0], "--list", lists[1], "-r", Planted.CoreLibrary]);
        Assert.Equal((0, "", $"nanoguard: left out, because of a type that no list has: A.Port::Close(C.Mode) : System.Void\nnanoguard: 2 reference assemblies written to {stubs}\n"), (status, output, error));
        Assert.True(File.Exists(Path.Combine(stubs, "A.dll")));
        Assert.Contains("--list", Run(["--stubs", stubs, "-r", Planted.CoreLibrary]).Error, StringComparison.Ordinal);
        Assert.Equal(2, Run(["--stubs", stubs, "--list", lists[1]]).Status);
    }

    [Fact]
    public void The_house_profile_is_asked_for_and_rules_can_be_left_out()
    {
        using var planted = Device(Faulty);
        string[] arguments = [.. planted.Paths, "-r", Planted.CoreLibrary, "--profile", "house"];
        Assert.Contains("NG12", Run(arguments).Output, StringComparison.Ordinal);
        Assert.Equal(0, Run([.. arguments, "--without", "NG12", "--without", "NG09"]).Status);
    }

    [Theory]
    [InlineData("text", "NG09 ")]
    [InlineData("json", "{")]
    [InlineData("sarif", "{")]
    [InlineData("msbuild", "")]
    [InlineData("github", "::error ")]
    public void Every_format_can_be_asked_for_and_goes_into_a_file(string format, string start)
    {
        using var planted = Device(Faulty);
        var file = Path.Combine(planted.Folder, "report");
        string[] arguments = [.. planted.Paths, "-r", Planted.CoreLibrary, "--format", format];
        var shown = Run(arguments);
        var written = Run([.. arguments, "--output", file]);
        Assert.Equal((1, 1, ""), (shown.Status, written.Status, written.Output));
        Assert.StartsWith(start, shown.Output, StringComparison.Ordinal);
        Assert.Equal(shown.Output, File.ReadAllText(file));
    }

    [Fact]
    public void A_baseline_that_was_written_makes_the_next_run_clean_and_tells_what_is_gone()
    {
        using var planted = Device(Faulty);
        var file = Path.Combine(planted.Folder, "baseline.json");
        string[] arguments = [.. planted.Paths, "-r", Planted.CoreLibrary];
        Assert.Equal((0, "", $"nanoguard: 1 finding written to {file}\n"), Run([.. arguments, "--write-baseline", file]));
        Assert.Equal((0, "", "nanoguard: clean, 1 known in the baseline (platform profile, 1 assembly)\n"), Run([.. arguments, "--baseline", file]));

        using var mended = Device(Clean);
        Assert.Equal((0, "", "nanoguard: clean, 1 of the baseline gone: write it anew (platform profile, 1 assembly)\n"), Run([.. mended.Paths, "-r", Planted.CoreLibrary, "--baseline", file]));
    }

    /// <summary>The optimiser takes locals away and tags stay on: the same assembly may be given as Debug and as Release.</summary>
    [Fact]
    public void Debug_and_Release_are_read_in_one_run_and_what_both_have_is_told_once()
    {
        const string Source = "public class App { static int Main() => F(1) + G(1, 2); public static int F(uint u) { int i = (int)u; return i >> 3; } static int G(int a, int b) => checked(a + b); }";
        using var debug = Device(Source, debug: true);
        using var release = Device(Source);
        var (status, output, _) = Run([.. debug.Paths, .. release.Paths, "-r", Planted.CoreLibrary]);
        Assert.Equal(1, status);
        Assert.Equal(["NG09", "NG10"], output.Split('\n').Where(line => line.StartsWith("NG", StringComparison.Ordinal)).Select(line => line[..4]).Order());
    }

    [Fact]
    public void A_list_stands_in_for_the_references()
    {
        using var planted = Device(Clean);
        var list = Path.Combine(planted.Folder, "api.txt");
        File.WriteAllText(list, SmallList.Text);
        Assert.Equal(0, Run([.. planted.Paths, "--list", list]).Status);
    }

    [Fact]
    public void A_missing_reference_ends_with_2_unless_it_may_be_missing()
    {
        using var planted = Planted.ForDevice().Add("Lib", "public class Lib { public static int F() => 1; }", check: false).Add("App", "class App { static int Main() => Lib.F(); }");
        File.Delete(planted.PathOf("Lib"));
        string[] arguments = [.. planted.Paths, "-r", Planted.CoreLibrary];
        Assert.Equal((2, "", "nanoguard: not found: Lib 0.0.0, which the assemblies refer to. Give the folder they are in with --references (packages, say), or go on without them with --ignore-missing.\n"), Run(arguments));
        Assert.Equal(0, Run([.. arguments, "--ignore-missing"]).Status);
    }

    public static TheoryData<string[], string> Mistakes => new()
    {
        { [], "no assembly given" },
        { ["--references", "packages", "App.dll"], "before --references" },
        { ["nowhere.dll"], "there is no file nowhere.dll" },
        { ["."], "is a folder" },
        { ["--profile", "strict", "x.dll"], "strict" },
        { ["--format", "xml", "x.dll"], "xml" },
        { ["--without", "NG99", "x.dll"], "NG99" },
        { ["--nonsense"], "--nonsense" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Wrong_usage_ends_with_2_and_says_what_is_wrong(string[] arguments, string says)
    {
        var (status, output, error) = Run(arguments);
        Assert.Equal((2, ""), (status, output));
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.All(error.TrimEnd().Split('\n'), line => Assert.Matches("^(nanoguard: |Try )", line));
    }

    [Theory]
    [InlineData("app.pe", "give the .dll")]
    [InlineData("app.dll", "nanoguard: ")]
    public void A_file_that_is_no_assembly_ends_with_2(string name, string says)
    {
        using var folder = new TempFolder();
        var (status, output, error) = Run([folder.Write(name, "NFMRK1 and more"), "-r", Planted.CoreLibrary]);
        Assert.Equal((2, ""), (status, output));
        Assert.Contains(says, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--baseline", "{}", "it is no baseline")]
    [InlineData("--list", "what is this", "list:1: neither")]
    public void A_file_of_the_wrong_kind_ends_with_2(string option, string content, string says)
    {
        using var planted = Device(Clean);
        var file = Path.Combine(planted.Folder, "list");
        File.WriteAllText(file, content);
        var (status, _, error) = Run([.. planted.Paths, "-r", Planted.CoreLibrary, option, file]);
        Assert.Equal(2, status);
        Assert.Contains(says, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_cannot_be_written_ends_with_2()
    {
        using var planted = Device(Faulty);
        var (status, _, error) = Run([.. planted.Paths, "-r", Planted.CoreLibrary, "--output", Path.Combine(planted.Folder, "no", "folder", "x")]);
        Assert.Equal(2, status);
        Assert.StartsWith("nanoguard: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_references_may_follow_one_word_or_each_its_own()
    {
        using var planted = Planted.ForDevice().Add("Lib", "public class Lib { public static int F() => 1; }", check: false).Add("App", "class App { static int Main() => Lib.F(); }");
        using var elsewhere = new TempFolder();
        File.Move(planted.PathOf("Lib"), elsewhere["Lib.dll"]);
        Assert.Equal(0, Run([.. planted.Paths, "--references", Planted.CoreLibrary, elsewhere.Path]).Status);
        Assert.Equal(0, Run([.. planted.Paths, "-r", Planted.CoreLibrary, "-r", elsewhere["Lib.dll"]]).Status);
    }

    [Fact]
    public void Help_names_every_option_and_the_exit_status()
    {
        var (status, output, error) = Run(["--help"]);
        Assert.Equal((0, ""), (status, error));
        Assert.All(
            ["--references", "--list", "--ignore-missing", "--profile", "--without", "--format", "--output", "--baseline", "--write-baseline", "--root", "--rules", "--version", "0 clean, 1 findings, 2"],
            name => Assert.Contains(name, output, StringComparison.Ordinal));
        Assert.Contains("nanoguard [<assemblies>...] [options]", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_are_listed_with_their_proofs()
    {
        var (status, output, _) = Run(["--rules"]);
        Assert.Equal(0, status);
        Assert.All(RuleSet.All, rule => Assert.Contains(rule.Proof, output, StringComparison.Ordinal));
    }

    [Fact]
    public void The_program_itself_ends_with_the_same_status()
    {
        using var planted = Device(Faulty);
        var answer = Peer.Run("dotnet", [Path.Combine(AppContext.BaseDirectory, "NanoGuard.Tool.dll"), .. planted.Paths, "-r", Planted.CoreLibrary]);
        Assert.Equal(1, answer.Exit);
        Assert.StartsWith("NG09", answer.Output, StringComparison.Ordinal);
    }

    internal static Planted Device(string source, bool debug = false) => Planted.ForDevice().Add("App", source, debug);

    private static (int Status, string Output, string Error) Run(string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var status = CommandLine.Run(arguments, output, error);
        return (status, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
