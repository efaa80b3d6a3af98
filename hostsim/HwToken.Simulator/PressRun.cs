using NanoBoard;
using HwToken.Provisioning;
using HwToken.Simulator.Screens;

namespace HwToken.Simulator;

/// <summary>Presses one token's button at regular times and reads its panel: what <c>press</c> does.</summary>
public static class PressRun
{
    /// <summary>A token is made, provisioned and asleep this long before its first press.</summary>
    private static readonly TimeSpan Preparation = VirtualToken.LongestAwake + TimeSpan.FromMinutes(4);

    /// <summary>Earliest first press: the clock chip knows no year before 2000.</summary>
    public static readonly DateTimeOffset Earliest = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero) + Preparation;

    /// <summary>Latest last press: the clock chip knows no year after 2199.</summary>
    public static readonly DateTimeOffset Latest = new(2199, 12, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Runs the presses one after the other.</summary>
    /// <param name="credential">What the token is provisioned with.</param>
    /// <param name="at">The first press.</param>
    /// <param name="every">From one press to the next, 1 s or more.</param>
    /// <param name="presses">How many.</param>
    /// <param name="cancel">Ends the run.</param>
    public static async IAsyncEnumerable<PressResult> RunAsync(
        NewCredential credential,
        DateTimeOffset at,
        TimeSpan every,
        int presses,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, TimeSpan.FromSeconds(1));
        var token = await VirtualToken.ProvisionedAsync(new BoardOptions { StartsAt = at - Preparation }, credential, cancel).ConfigureAwait(false);
        for (int press = 0; press < presses; press++)
        {
            cancel.ThrowIfCancellationRequested();
            DateTimeOffset moment = at + (press * every);
            token.AdvanceTo(moment);
            token.Board.Button.Press(VirtualToken.PressLength);

            // The panel is read when the token has answered, but before the next press.
            TimeSpan answered = token.Board.Options.BootTime + VirtualToken.Settling;
            token.AdvanceTo(moment + (answered < every ? answered : every));
            ScreenReading screen = token.Read();
            ulong? factor = screen.Content == ScreenContent.Code ? token.StoredState?.NextFactor - 1 : null;
            yield return new PressResult(moment, screen.Code, factor, screen, token.Picture());
        }
    }
}
