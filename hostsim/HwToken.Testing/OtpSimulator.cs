using System.Collections.Concurrent;
using HwToken.Core.Otp;
using HwToken.Testing.Simulators;

namespace HwToken.Testing;

/// <summary>
/// Virtual OATH tokens for tests: in this process, or those of a simulator that runs elsewhere (<c>hwtoken-sim sim</c>). Parallel tests lease a token each and
/// never get the same code. Can be a class, collection or assembly fixture as it is: the parameterless constructor makes a simulator in this process, on
/// true time. Tests against one system share one simulator: two simulators know nothing of each other's codes. Safe for several threads.
/// </summary>
public sealed partial class OtpSimulator : IAsyncDisposable
{
    /// <summary>Name of the variable that says where a running simulator is: <c>HWTOKEN_SIM_URL</c>.</summary>
    public const string UrlVariable = "HWTOKEN_SIM_URL";

    private readonly ISimulator _simulator;
    private readonly ConcurrentDictionary<OtpToken, bool> _tokens = new();

    /// <summary>Makes a simulator in this process, on true time.</summary>
    public OtpSimulator()
        : this(new InProcessSimulator(new OtpSimulatorOptions()))
    {
    }

    private OtpSimulator(ISimulator simulator) => _simulator = simulator;

    /// <summary>
    /// The time of its tokens, to be the system's under test as well: <c>services.AddSingleton&lt;TimeProvider&gt;(otp.Clock)</c>. Follows true time until it
    /// is frozen, set or advanced.
    /// </summary>
    public OtpClock Clock => _simulator.Clock;

    /// <summary>Makes a simulator in this process.</summary>
    /// <param name="options">How long to wait; null: the defaults.</param>
    /// <exception cref="OtpException">An option is out of its limits.</exception>
    public static OtpSimulator Start(OtpSimulatorOptions? options = null) => new(new InProcessSimulator((options ?? new OtpSimulatorOptions()).Checked()));

    /// <summary>Uses the tokens of a running simulator. Nothing is asked of it yet.</summary>
    /// <param name="url">Its address, such as <c>http://127.0.0.1:5080</c>.</param>
    /// <param name="options">How long to wait; null: the defaults.</param>
    /// <exception cref="OtpException">An option is out of its limits, or the address is none.</exception>
    public static OtpSimulator Attach(Uri url, OtpSimulatorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(url);
        return IsAddress(url)
            ? new OtpSimulator(new AttachedSimulator(url, (options ?? new OtpSimulatorOptions()).Checked()))
            : throw new OtpException(OtpFault.BadInput, "Give the simulator's address as it prints it, such as http://127.0.0.1:5080.");
    }

    /// <summary>Uses the running simulator that <see cref="UrlVariable"/> names; without that variable, makes one in this process.</summary>
    /// <param name="options">How long to wait; null: the defaults.</param>
    /// <exception cref="OtpException">An option is out of its limits, or the variable holds no address.</exception>
    public static OtpSimulator FromEnvironment(OtpSimulatorOptions? options = null) => FromVariable(Environment.GetEnvironmentVariable(UrlVariable), options);

    /// <summary>As <see cref="FromEnvironment"/>, with the variable's value.</summary>
    internal static OtpSimulator FromVariable(string? value, OtpSimulatorOptions? options = null) => value switch
    {
        null or "" => Start(options),
        // "localhost:5080" is an address too, of a scheme called localhost.
        { } text when Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && IsAddress(url) => Attach(url, options),
        _ => throw new OtpException(OtpFault.BadInput, $"The variable {UrlVariable} holds no address. Set it to what the simulator prints, such as http://127.0.0.1:5080, or unset it."),
    };

    /// <summary>Gives all tokens back and ends what runs in this process.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (OtpToken token in _tokens.Keys)
        {
            await token.DisposeAsync().ConfigureAwait(false);
        }

        await _simulator.DisposeAsync().ConfigureAwait(false);
    }

    private static bool IsAddress(Uri url) => url.IsAbsoluteUri && url.Scheme is "http" or "https";

    private async Task<OtpToken> LeaseAsync(string pool, bool ownsPool, CancellationToken cancel)
    {
        LeasedToken lease = await _simulator.LeaseAsync(pool, cancel).ConfigureAwait(false);
        var token = new OtpToken(_simulator, lease, ownsPool, over => _tokens.TryRemove(over, out _));
        _tokens[token] = true;
        return token;
    }

    private async Task<OtpToken> RandomAsync(OtpType type, CancellationToken cancel)
    {
        string pool = "once-" + Guid.NewGuid().ToString("N");
        await _simulator.FillAsync(pool, type, 1, cancel).ConfigureAwait(false);
        return await LeaseAsync(pool, ownsPool: true, cancel).ConfigureAwait(false);
    }
}
