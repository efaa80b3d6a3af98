using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NanoBoard.Guests.Tests;

/// <summary>What the READMEs show is compiled and run as it stands there; what they name exists.</summary>
public partial class ReadmeTests
{
    private static readonly string s_guests = Read("Guests.README.md");
    private static readonly string s_board = Read("NanoBoard.README.md");

    [Fact]
    public void The_first_use_is_ten_lines_and_holds_for_the_firmware_beside_it()
    {
        string use = Block(s_guests, "new GuestFixture(");
        Assert.InRange(use.Trim().Split('\n').Length, 1, 10);
        string program = Path.Combine(AppContext.BaseDirectory, "guests", "blinky.dll");
        Directory.CreateDirectory(Path.GetDirectoryName(program)!);
        File.Copy(GuestCompiler.Program(Block(s_guests, "panel.DrawDirectAligned")), program, overwrite: true);
        Host($"public static class Use {{ public static void Run() {{ {use} }} }}").GetType("Use")!.GetMethod("Run")!.Invoke(null, null);
    }

    [Fact]
    public void A_chip_of_ones_own_is_twenty_lines_and_is_read_by_a_program()
    {
        string chip = Block(s_board, ": I2cRegisterMap(");
        Assert.InRange(chip.Trim().Split('\n').Length, 1, 20);
        string attach = Block(s_board, "board.I2c.Attach(0x48");
        Type use = Host($"{chip}\npublic static class Use {{ public static void Fit(VirtualBoard board) {{ {attach} }} }}").GetType("Use")!;
        using var rig = new GuestRig(
            """
            using System;
            using System.Device.I2c;
            using System.Threading;
            using nanoFramework.Hardware.Esp32;
            Configuration.SetPinFunction(21, DeviceFunction.I2C1_DATA);
            Configuration.SetPinFunction(22, DeviceFunction.I2C1_CLOCK);
            byte[] raw = new byte[2];
            I2cDevice.Create(new I2cConnectionSettings(1, 0x48)).WriteRead(new byte[] { 0 }, raw);
            Console.WriteLine(((short)(raw[0] << 8 | raw[1]) / 256.0).ToString());
            Thread.Sleep(-1);
            """);
        use.GetMethod("Fit")!.Invoke(null, [rig.Board]);
        rig.Board.ConnectPower();
        rig.Run(2);
        Assert.Equal("-4.5", rig.Printed.Single().TrimEnd('0'));
    }

    [Fact]
    public void Every_kind_in_the_table_names_tests_that_exist()
    {
        HashSet<string> tests = [.. typeof(ReadmeTests).Assembly.GetTypes().SelectMany(type => type.GetMethods()).Select(method => method.Name)];
        string table = s_guests[s_guests.IndexOf("## Kinds of programs", StringComparison.Ordinal)..];
        string[] rows = [.. table.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1)];
        Assert.Equal(25, rows.Length);
        Assert.All(rows.SelectMany(row => Name().Matches(row)).Select(name => name.Groups[1].Value), name => Assert.Contains(name, tests));
        Assert.True(rows.Count(row => Name().IsMatch(row)) >= 18);
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name));

    /// <summary>The block of C# that holds a text.</summary>
    private static string Block(string readme, string text) => Code().Matches(readme).Select(block => block.Groups[1].Value).Single(block => block.Contains(text, StringComparison.Ordinal));

    /// <summary>Compiles for the host.</summary>
    private static Assembly Host(string source)
    {
        const string Usings = "using System; using System.Collections.Generic; using System.Linq; using NanoBoard; using NanoBoard.Chips; using NanoBoard.Guests; using NanoBoard.Output; using Xunit;\n";
        IEnumerable<MetadataReference> references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("Shown", [CSharpSyntaxTree.ParseText(Usings + source)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var dll = new MemoryStream();
        var result = compilation.Emit(dll);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return Assembly.Load(dll.ToArray());
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("`([A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+)`")]
    private static partial Regex Name();
}
