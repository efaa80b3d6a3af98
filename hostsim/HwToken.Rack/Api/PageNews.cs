using System.Text.Json;
using HwToken.Rack.Contract;
using HwToken.Rack.Live;

namespace HwToken.Rack.Api;

/// <summary>What <see cref="TokenWatch"/> sees, as the page takes it.</summary>
internal static class PageNews
{
    /// <summary>The kind of a piece of news: <c>rack</c>, <c>log</c> or <c>state</c>.</summary>
    public static string KindOf(object news) => news switch
    {
        LogPage => "log",
        TokenState => "state",
        _ => "rack",
    };

    /// <summary>All of it in one JSON array of <c>{"kind","data"}</c>.</summary>
    public static string Tell(IReadOnlyList<object> news) => "[" + string.Join(',', news.Select(Tell)) + "]";

    private static string Tell(object news) => $$"""{"kind":"{{KindOf(news)}}","data":{{Data(news)}}}""";

    private static string Data(object news) => news switch
    {
        LogPage log => JsonSerializer.Serialize(log, RackJson.Default.LogPage),
        TokenState state => JsonSerializer.Serialize(state, RackJson.Default.TokenState),
        _ => JsonSerializer.Serialize((IReadOnlyList<RackItem>)news, RackJson.Default.IReadOnlyListRackItem),
    };
}
