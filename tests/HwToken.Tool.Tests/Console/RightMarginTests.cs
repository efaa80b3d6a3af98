using HwToken.Tool.Console;
using Spectre.Console;

namespace HwToken.Tool.Tests.Console;

public sealed class RightMarginTests
{
    [Theory]
    [InlineData(0, 40)]
    [InlineData(8, 32)]
    public void The_last_columns_are_not_even_filled_with_spaces(int margin, int widest)
    {
        using var written = new StringWriter();
        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(written) });
        terminal.Profile.Width = 40;
        var table = new Table().AddColumn("State").AddRow(new string('x', 100));
        terminal.Write(new RightMargin(new Rows(new Text("PASS"), table), margin));
        Assert.Equal(widest, written.ToString().Split('\n').Max(line => line.TrimEnd('\r').Length));
    }
}
