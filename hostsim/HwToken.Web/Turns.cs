using System.Diagnostics;
using HwToken.Rack.Live;

namespace HwToken.Web;

/// <summary>
/// Brings the tokens up to true time, none for more than a tenth of the browser's time: a wake that has lasted for minutes (an open
/// provisioning line) is computed again at every step, so it steps less often. What happens in it happens at the same virtual moments.
/// </summary>
/// <param name="rack">The tokens.</param>
internal sealed class Turns(TokenRack rack)
{
    private const int Share = 10;

    private readonly Dictionary<TokenSlot, long> _notBefore = [];

    /// <summary>One turn for every token that is due.</summary>
    /// <param name="watched">A token, or null.</param>
    /// <returns>Whether that token was due.</returns>
    public bool Take(TokenSlot? watched)
    {
        bool wasDue = false;
        IReadOnlyList<TokenSlot> slots = rack.Slots;
        foreach (TokenSlot gone in _notBefore.Keys.Except(slots).ToArray())
        {
            _notBefore.Remove(gone);
        }

        foreach (TokenSlot slot in slots)
        {
            long begin = Stopwatch.GetTimestamp();
            if (_notBefore.TryGetValue(slot, out long due) && begin < due)
            {
                continue;
            }

            slot.CatchUp();
            long end = Stopwatch.GetTimestamp();
            _notBefore[slot] = end + ((end - begin) * (Share - 1));
            wasDue |= slot == watched;
        }

        return wasDue || (watched is not null && !slots.Contains(watched));
    }
}
