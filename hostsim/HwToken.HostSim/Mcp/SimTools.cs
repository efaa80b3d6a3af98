using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace HwToken.HostSim.Mcp;

/// <summary>The tools: what hands and eyes can do with virtual tokens. No tool tells a secret, and there is none that takes one.</summary>
internal sealed class SimTools(SimClient sim)
{
    private const string Token = "The token's id, from list_tokens";

    /// <summary>All of them.</summary>
    public IEnumerable<McpServerTool> All() =>
    [
        Tool(ListAsync, "list_tokens", "Lists the virtual tokens: id, name, credential ID, type.", isReadOnly: true),
        Tool(CreateAsync, "create_token", "Makes a virtual token with a random test credential, or a blank one."),
        Tool(LookAsync, "get_token", "What a token does and shows: activity, display read from its pixels, clock chip, faults.", isReadOnly: true),
        Tool(ReadAsync, "read_display", "Reads the display from its pixels: the code, words, or dark.", isReadOnly: true),
        Tool(PressAsync, "press", "Presses and releases the button, lets the token answer, and reads the display. Within 30 s of a code the same code stays: let time pass first."),
        Tool(HoldAsync, "hold", "Holds the button and reads the display: 2 s shows the credential ID, 10 s opens the provisioning line."),
        Tool(PassAsync, "let_time_pass", "Lets a token's own time pass at once."),
        Tool(PowerAsync, "power", "Connects a token's power or cuts it."),
        Tool(ResetAsync, "reset", "Presses a token's EN button."),
        Tool(FaultAsync, "fault", "Switches a fault on or off: panelMissing, buttonStuck, rtcStopped, batteryLost, writesFail."),
        Tool(CutAsync, "cut_power_at_next_write", "Plans a power cut at the next flash operation: before it, after it, or torn (in its middle)."),
        Tool(DriftAsync, "drift", "Puts a token's clock chip off by seconds, or makes it run wrong by parts per million."),
        Tool(SetChipAsync, "set_clock_chip", "Sets a token's clock chip right."),
        Tool(ClockAsync, "get_clock", "The clock that tokens, leases and services under test share.", isReadOnly: true),
        Tool(SetClockAsync, "set_clock", "Sets the shared clock: true time, or a time of its own (standing, or at a rate)."),
        Tool(MoveClockAsync, "move_clock", "Moves a virtual shared clock forward."),
        Tool(LogAsync, "log", "The last lines of a token's log.", isReadOnly: true),
    ];

    private Task<string> ListAsync(CancellationToken cancel) => sim.GetAsync("tokens", cancel);

    private Task<string> CreateAsync([Description("HOTP, TOTP or blank")] string kind, CancellationToken cancel) => kind is "HOTP" or "TOTP" or "blank"
        ? sim.PostAsync("tokens", kind == "blank" ? null : new { random = kind }, cancel)
        : throw new McpException("\"kind\" is HOTP, TOTP or blank.");

    private Task<string> LookAsync([Description(Token)] string token, CancellationToken cancel) => sim.GetAsync(At(token), cancel);

    private Task<string> ReadAsync([Description(Token)] string token, CancellationToken cancel) => sim.GetAsync(At(token, "screen"), cancel);

    private Task<string> PressAsync([Description(Token)] string token, CancellationToken cancel) => sim.PostAsync(At(token, "press"), null, cancel);

    private Task<string> HoldAsync([Description(Token)] string token, [Description("0.1 to 60")] double seconds, CancellationToken cancel) => sim.PostAsync(At(token, "hold"), new { seconds }, cancel);

    private Task<string> PassAsync([Description(Token)] string token, [Description("1 or more")] int seconds, CancellationToken cancel) => sim.PostAsync(At(token, "jump"), new { seconds }, cancel);

    private Task<string> PowerAsync([Description(Token)] string token, bool on, CancellationToken cancel) => sim.PostAsync(At(token, "power"), new { on }, cancel);

    private Task<string> ResetAsync([Description(Token)] string token, CancellationToken cancel) => sim.PostAsync(At(token, "reset"), null, cancel);

    private Task<string> FaultAsync([Description(Token)] string token, string name, bool on, CancellationToken cancel) => sim.PostAsync(At(token, "fault"), new { name, on }, cancel);

    private Task<string> CutAsync([Description(Token)] string token, [Description("before, after or torn")] string mode, CancellationToken cancel) => sim.PostAsync(At(token, "cut"), new { mode }, cancel);

    private Task<string> DriftAsync([Description(Token)] string token, CancellationToken cancel, [Description("Forwards or backwards")] int? seconds = null, [Description("Positive runs fast")] double? ppm = null) => (seconds, ppm) switch
    {
        ({ } by, null) => sim.PostAsync(At(token, "rtc-jump"), new { seconds = by }, cancel),
        (null, { } rate) => sim.PostAsync(At(token, "rtc-ppm"), new { ppm = rate }, cancel),
        _ => throw new McpException("Give either \"seconds\" or \"ppm\"."),
    };

    private Task<string> SetChipAsync([Description(Token)] string token, CancellationToken cancel) => sim.PostAsync(At(token, "rtc-set"), null, cancel);

    private Task<string> ClockAsync(CancellationToken cancel) => sim.GetAsync("clock", cancel);

    private Task<string> SetClockAsync([Description("true or virtual")] string mode, CancellationToken cancel, [Description("UTC, such as 2027-01-01T00:00:00Z")] DateTimeOffset? now = null, [Description("Seconds a true second; 0 stands")] double? rate = null) =>
        sim.PutAsync("clock", new { mode, now, rate }, cancel);

    private Task<string> MoveClockAsync([Description("More than 0")] double seconds, CancellationToken cancel) => sim.PostAsync("clock/move", new { seconds }, cancel);

    private Task<string> LogAsync([Description(Token)] string token, CancellationToken cancel) => sim.GetAsync(At(token, "log"), cancel);

    /// <summary>An id is a number: nothing else becomes a part of a path.</summary>
    private static string At(string token, string what = "") => token.Length is > 0 and < 10 && token.All(char.IsAsciiDigit)
        ? $"tokens/{token}{(what.Length > 0 ? "/" + what : "")}"
        : throw new McpException("A token's id is a number. See list_tokens.");

    private static McpServerTool Tool(Delegate act, string name, string description, bool isReadOnly = false) =>
        McpServerTool.Create(act, new McpServerToolCreateOptions { Name = name, Description = description, ReadOnly = isReadOnly, Destructive = false, OpenWorld = false });
}
