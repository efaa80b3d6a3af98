namespace NanoBoard.Guests.Tests;

/// <summary>The fixture that tests share a program by.</summary>
public class GuestFixtureTests
{
    private const string Source = "class Program { static void Main() { System.Console.WriteLine(\"here\"); System.Threading.Thread.Sleep(-1); } }";

    [Fact]
    public void Each_board_of_a_fixture_is_fresh_and_ends_with_it()
    {
        VirtualBoard first, second;
        using (var fixture = new GuestFixture(GuestCompiler.Program(Source), new BoardOptions { Seed = 5 }))
        {
            Assert.Equal("Guest", fixture.Program.Name);
            (first, second) = (fixture.NewBoard(), fixture.NewBoard(new BoardOptions { Seed = 6 }));
            Assert.Equal((5, 6), (first.Options.Seed, second.Options.Seed));
            var log = new Output.EventLog(first);
            first.ConnectPower();
            first.Advance(TimeSpan.FromSeconds(2));
            Assert.Equal(["here"], log.Printed);
            Assert.Equal(BoardState.Off, second.State);
        }

        Assert.Equal(BoardState.Off, first.State);
    }

    [Fact]
    public void A_program_is_found_by_its_name_beside_the_tests_and_a_missing_one_is_told_with_its_places()
    {
        File.Copy(GuestCompiler.Program(Source), Path.Combine(AppContext.BaseDirectory, "guests", "named.dll"), overwrite: true);
        using var fixture = new GuestFixture("named");
        var missing = Assert.Throws<FileNotFoundException>(() => new GuestFixture("nobody"));
        Assert.Contains(Path.Combine("guests", "nobody.dll"), missing.Message, StringComparison.Ordinal);
        Assert.Contains("GuestProgram", missing.Message, StringComparison.Ordinal);
    }
}
