using HwToken.Simulator;
using HwToken.Simulator.Records;
using HwToken.Simulator.Screens;

namespace HwToken.Rack.Live;

/// <content>A whole press at once, for pages without scripts.</content>
public sealed partial class TokenSlot
{
    /// <summary>Presses and releases the button and lets the token answer; it then waits for the wall clock to catch up.</summary>
    public ScreenReading Press()
    {
        ScreenReading reading = ScreenReading.Dark;
        Change(token =>
        {
            Took(token, RecordWords.Press, DeedShapes.Takes(VirtualToken.PressLength));
            reading = token.Press();
        });
        return reading;
    }

    /// <summary>Lets so much more virtual time pass at once.</summary>
    /// <param name="span">How much.</param>
    public void Skip(TimeSpan span)
    {
        lock (_gate)
        {
            _changes++;
            _bench.Live.Skip(span);
        }
    }

    /// <summary>The token's own time.</summary>
    public DateTimeOffset Now
    {
        get
        {
            lock (_gate)
            {
                return _bench.Live.Ask(token => token.Now);
            }
        }
    }

    /// <summary>The panel as a picture.</summary>
    public PanelPicture Picture()
    {
        lock (_gate)
        {
            return _bench.Live.Ask(token => token.Picture());
        }
    }
}
