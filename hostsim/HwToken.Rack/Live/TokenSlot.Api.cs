using HwToken.Rack.Contract;
using HwToken.Rack.Store;
using HwToken.Simulator;
using HwToken.Simulator.Records;
using HwToken.Simulator.Screens;

namespace HwToken.Rack.Live;

/// <content>What programs ask for and the page does not: holds, the serial line, snapshots.</content>
public sealed partial class TokenSlot
{
    /// <summary>Holds the button and lets the token answer.</summary>
    internal ScreenReading Hold(TimeSpan length)
    {
        ScreenReading reading = ScreenReading.Dark;
        Change(token =>
        {
            Took(token, RecordWords.Hold(length), DeedShapes.Takes(length));
            reading = token.Hold(length);
        });
        return reading;
    }

    /// <summary>The lines of the serial line after one.</summary>
    internal IReadOnlyList<SerialLine> SerialAfter(long number)
    {
        lock (_gate)
        {
            return _bench.Serial.After(number);
        }
    }

    /// <summary>Puts a saved token into this place. Its virtual time is as far from true time as it was; its flash goes back: so do its codes.</summary>
    /// <exception cref="RefusalException">It is none that can be built.</exception>
    internal void Restore(SavedToken saved)
    {
        lock (_gate)
        {
            DateTimeOffset now = saved.TimeAt(_time.GetUtcNow());
            VirtualToken token = saved.Rebuild(NewBoard(now));
            Replace(token);
            _name = saved.Name;
            _log.Add(token.Now, "other", "restored");
            if (saved.Powered)
            {
                token.Board.ConnectPower();
            }
        }
    }
}
