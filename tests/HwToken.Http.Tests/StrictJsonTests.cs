using System.Text.Json;

namespace HwToken.Http.Tests;

public class StrictJsonTests
{
    private static readonly JsonSerializerOptions Options = StrictJson.Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    private enum Kind
    {
        Counter,
        TimeStep,
    }

    [Fact]
    public void A_body_as_described_is_read_and_written_back_alike()
    {
        const string Text = """{"count":7,"kind":"timeStep"}""";
        Assert.Equal(Text, JsonSerializer.Serialize(JsonSerializer.Deserialize<Body>(Text, Options), Options));
    }

    [Theory]
    [InlineData("""{"count":7,"count":8,"kind":"counter"}""")]
    [InlineData("""{"count":"7","kind":"counter"}""")]
    [InlineData("""{"count":7,"kind":1}""")]
    [InlineData("""{"count":7,"kind":"counter","other":0}""")]
    [InlineData("""{"count":7,"kind":"neither"}""")]
    public void Whatever_else_is_refused(string text) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Body>(text, Options));

    private sealed record Body(int Count, Kind Kind);
}
