using System.Runtime.InteropServices.JavaScript;
using HwToken.Rack.Api;
using HwToken.Rack.Live;

namespace HwToken.Web;

/// <summary>The simulator as the page's script calls it (<c>js/simulator.js</c>). One call is one moment: time stands still in it.</summary>
internal static partial class PageSimulator
{
    private static readonly MomentTime Time = new();
    private static TokenRack? _rack;
    private static PageRequests? _requests;
    private static Turns? _turns;
    private static TokenSlot? _watched;
    private static TokenWatch? _watch;

    private static TokenRack Rack => _rack ?? throw new InvalidOperationException("Begin comes first.");

    /// <summary>Takes up the tokens that the browser keeps, or makes the first ones.</summary>
    [JSExport]
    public static void Begin()
    {
        Time.Move();
        _rack = new TokenRack(new BrowserStore(), Time);
        _requests = new PageRequests(_rack);
        _turns = new Turns(_rack);
        _rack.SaveChanged();
    }

    /// <summary>Answers a request to the API below <c>/sim/v1</c>.</summary>
    /// <returns>The HTTP status, a blank, and the answer: JSON or nothing.</returns>
    [JSExport]
    public static string Send(string method, string path, string body)
    {
        Time.Move();
        (int status, string answer) = _requests!.Answer(method, path, body);

        // Kept before it is told, so that no code is shown twice after a reload.
        Rack.SaveChanged();
        return $"{status} {answer}";
    }

    /// <summary>Watches a token from now on.</summary>
    /// <returns>False when there is no such token.</returns>
    [JSExport]
    public static bool Watch(string id)
    {
        Time.Move();
        _watched = Rack.Slots.FirstOrDefault(slot => slot.Id == id);
        _watch = _watched is null ? null : new TokenWatch(Rack, _watched, Time);
        return _watch is not null;
    }

    /// <summary>Lets every token come up to true time, and looks at the one that is watched.</summary>
    /// <returns>What is new about it (<see cref="PageNews.Tell"/>).</returns>
    [JSExport]
    public static string Look()
    {
        Time.Move();
        bool isDue = _turns!.Take(_watched);
        Rack.SaveChanged();
        return isDue && _watch is not null ? PageNews.Tell(_watch.Look()) : "[]";
    }
}
