using HwToken.Simulator.Screens;
using HwToken.TokenPage.Live;
using HwToken.TokenPage.Store;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.TokenPage.Tests;

/// <summary>A token that cannot be read or saved is set aside with a message; the program and the other tokens go on.</summary>
public sealed class SetAsideTests : IDisposable
{
    private readonly TempFolder _data = new();
    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
    private readonly List<string> _told = [];

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("{\"Files\":")]
    [InlineData("null")]
    [InlineData("{\"Version\":2,\"Files\":{\"a\":null},\"AheadMs\":0,\"RtcOffMs\":null,\"SavedAtMs\":0,\"Powered\":true}")]
    [InlineData("{\"Version\":2,\"Files\":{},\"AheadMs\":9223372036854775807,\"RtcOffMs\":9223372036854775807,\"SavedAtMs\":-9223372036854775808,\"Powered\":true}")]
    [InlineData("{\"Version\":2,\"Files\":{},\"AheadMs\":0,\"RtcOffMs\":0,\"RtcPpm\":1e300,\"SavedAtMs\":0,\"Powered\":true}")]
    [InlineData("{\"Version\":1,\"Files\":{\"I:\\\\token.id\":\"RFBIVDAwMDAwMDAx\"},\"AheadMs\":0,\"RtcOffMs\":0,\"RtcPpm\":0,\"TakenDownAtMs\":1800000000000,\"Powered\":true}")] // the form before this one
    public void A_file_that_holds_no_token_is_named_and_left_alone_and_the_others_go_on(string content)
    {
        Begin().SaveAll();
        string file = At(2);
        File.WriteAllText(file, content);
        TokenRack rack = Begin();
        Assert.Equal(["1", "3"], rack.Slots.Select(slot => slot.Id));
        Assert.Contains(file, Assert.Single(_told));
        Assert.Equal("4", rack.New().Id);
        rack.SaveAll();
        Assert.Equal(content, File.ReadAllText(file));
    }

    [Fact]
    public void When_no_file_can_be_read_new_tokens_take_other_places()
    {
        Begin().SaveAll();
        for (int place = 1; place <= 3; place++)
        {
            File.WriteAllText(At(place), "");
        }

        TokenRack rack = Begin();
        Assert.Equal(["4", "5", "6"], rack.Slots.Select(slot => slot.Id));
        Assert.Equal(3, _told.Count);
    }

    [Fact]
    public void A_token_that_cannot_be_saved_shows_no_code_until_it_can_and_the_others_go_on()
    {
        TokenRack rack = Begin();
        rack.SaveAll();
        _time.Advance(TimeSpan.FromMinutes(1));
        Block(1);
        ScreenReading shown = rack["1"].Press();
        Assert.NotNull(shown.Code);
        rack.SaveChanged();
        Assert.StartsWith("Token 1 cannot be saved", Assert.Single(_told), StringComparison.Ordinal);
        Assert.False(rack["1"].View().Powered);
        Assert.Equal("notSaved", Assert.Throws<PageException>(() => rack["1"].Power(true)).Code);
        Assert.NotNull(rack["2"].Press().Code);
        rack.SaveChanged();
        rack.SaveAll();
        Assert.Single(_told);

        Directory.Delete(At(1), recursive: true);
        _time.Advance(TimeSpan.FromSeconds(10));
        rack.SaveChanged();
        Assert.Equal("Token 1 is saved again and goes on.", _told[^1]);
        Assert.True(rack["1"].View().Powered);
        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.NotEqual(shown.Code, rack["1"].Press().Code);
    }

    [Fact]
    public async Task The_end_of_the_program_is_no_failure_when_a_token_cannot_be_saved()
    {
        TokenRack rack = Begin();
        Block(3);
        using var end = new CancellationTokenSource();
        await end.CancelAsync();
        await rack.RunAsync(end.Token);
        Assert.StartsWith("Token 3 cannot be saved", Assert.Single(_told), StringComparison.Ordinal);
        Assert.True(File.Exists(At(1)));
    }

    private TokenRack Begin()
    {
        _told.Clear();
        using var store = new SavedTokenStore(_data.Path);
        return new TokenRack(store, _time, null, _told.Add);
    }

    private string At(int place) => Path.Combine(_data.Path, "tokens", $"{place}.json");

    /// <summary>A folder in its place, which no file can replace: for root too.</summary>
    private void Block(int place)
    {
        File.Delete(At(place));
        Directory.CreateDirectory(Path.Combine(At(place), "full"));
    }
}
