namespace NanoBoard.Guests.Tests;

/// <summary>Where the desktop would answer otherwise than the device, a guest gets the device's answer.</summary>
public class LikenessTests
{
    private const string Frame = """
        using System;
        using System.Text;
        using System.Threading;
        enum Colour { Red = 3, Blue }
        enum Small : byte { One = 1 }
        struct Point { public int X; public override string ToString() { return "x" + X.ToString(); } }
        class Program
        {
            static void Main() { Console.WriteLine(Answer()); Thread.Sleep(-1); }
            static string Answer() { return BODY; }
        }
        """;

    [Theory]
    [InlineData("Colour.Blue.ToString()", "4")]
    [InlineData("\"\" + Colour.Red", "3")]
    [InlineData("string.Format(\"{0} {1:D2}\", Colour.Red, 7)", "3 07")]
    [InlineData("$\"{Small.One}/{Colour.Blue}\"", "1/4")]
    [InlineData("((object)Colour.Blue).ToString()", "4")]
    [InlineData("DayOfWeek.Monday.ToString()", "1")]
    [InlineData("System.Device.Gpio.PinMode.Output.ToString()", "3")]
    [InlineData("new Point { X = 5 }.ToString()", "x5")]
    [InlineData("((object)new Point { X = 6 }).ToString()", "x6")]
    [InlineData("string.Compare(\"a\", \"B\") > 0 ? \"by code\" : \"by language\"", "by code")]
    [InlineData("\"straße\".IndexOf(\"ss\").ToString()", "-1")]
    [InlineData("TimeSpan.FromHours(2).ToString()", "02:00:00")]
    [InlineData("(1.5).ToString() + 1234567.ToString(\"D8\")", "1.501234567")]
    [InlineData("((object)Colour.Red is Colour).ToString()", "True")]
    [InlineData("Convert.ToBase64String(new byte[] { 1, 2, 3 })", "AQID")]
    public void An_expression_answers_as_on_the_device(string expression, string answer)
    {
        using GuestRig rig = GuestRig.On(Frame.Replace("BODY", expression, StringComparison.Ordinal), 1);
        Assert.Equal([answer], rig.Printed);
    }

    [Fact]
    public void The_same_seed_gives_the_same_guid()
    {
        string source = Frame.Replace("BODY", "Guid.NewGuid().ToString()", StringComparison.Ordinal);
        using GuestRig first = GuestRig.On(source, 1);
        using GuestRig second = GuestRig.On(source, 1);
        using GuestRig other = GuestRig.On(source, 1, new BoardOptions { Seed = 2 });
        Assert.Equal(first.Printed, second.Printed);
        Assert.NotEqual(first.Printed, other.Printed);
    }
}
