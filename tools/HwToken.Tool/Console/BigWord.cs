using Spectre.Console;

namespace HwToken.Tool.Console;

/// <summary>PASS or FAIL, to be read from the other end of the bench.</summary>
internal static class BigWord
{
    public static void Write(ToolContext context, bool isPass)
    {
        string word = isPass ? "PASS" : "FAIL";
        if (context.Terminal is { } terminal)
        {
            terminal.Write(new FigletText(word).Color(isPass ? Color.Green : Color.Red));
        }
        else
        {
            context.Output.WriteLine(word);
        }
    }
}
