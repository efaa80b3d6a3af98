namespace HwToken.Interop.Documents;

/// <summary>The check of documents finds what it is there for.</summary>
public sealed class ShownOutputTests
{
    [Theory]
    [InlineData("755224\n287082", "755224\n287082\n", true)]
    [InlineData("755224", "755224\n287082\n", false)]
    [InlineData("755224\n287082", "755224\n", false)]
    [InlineData("ok  … IDs", "ok  3 IDs\n", true)]
    [InlineData("ok  … IDs", "ok  3\nIDs\n", false)]
    [InlineData("first\n…\nlast", "first\na\nb\nlast\n", true)]
    [InlineData("first\n…\nlast", "first\nlast\n", true)]
    [InlineData("first\n…", "other\nlast\n", false)]
    [InlineData("a.c", "abc\n", false)]
    public void Shown_output_fits_what_was_printed(string shown, string printed, bool fits) => Assert.Equal(fits, ShownOutput.Fits(shown, printed));

    [Fact]
    public void A_block_has_its_place_its_language_and_what_keeps_it_from_running()
    {
        IReadOnlyList<DocumentBlock> blocks = DocumentBlock.Parse("a.md", "x\n```sh\none\n```\n- y\n\n  ```sh not run: needs a board\n  two\n    three\n  ```\n");
        Assert.Equal([new DocumentBlock("a.md", 3, "sh", "", "one"), new DocumentBlock("a.md", 8, "sh", "not run: needs a board", "two\n  three")], blocks);
        Assert.Equal([null, "needs a board"], blocks.Select(block => block.NotRun));
        Assert.Throws<FormatException>(() => DocumentBlock.Parse("a.md", "```sh\none\n"));
    }

    [Theory]
    [InlineData("true # exit status 1", false)]
    [InlineData("false # exit status 1", true)]
    [InlineData("false", false)]
    [InlineData("true", true)]
    public void A_command_ends_as_the_document_says(string command, bool holds)
    {
        Peer.Demand("bash");
        using var folder = new TempFolder();
        var story = new Story([new DocumentBlock("a.md", 1, "sh", "", command)]);
        Exception? told = Record.Exception(() => story.Run(folder.Path, "127.0.0.1"));
        Assert.Equal(holds, told is null);
        Assert.True(holds || told!.Message.Contains("a.md:1", StringComparison.Ordinal));
    }
}
