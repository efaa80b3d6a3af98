using HwToken.Simulator;
using HwToken.Rack.Store;

namespace HwToken.Rack.Live;

/// <summary>Takes tokens out of a store and saves them there. One that cannot be read or saved is set aside with a message; the others go on.</summary>
/// <param name="store">Where they are.</param>
/// <param name="time">True time.</param>
/// <param name="tell">Takes a message for the person who started the program.</param>
internal sealed class SavedRack(ITokenStore store, TimeProvider time, Action<string> tell)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <summary>Tokens that could not be saved, and when (see <see cref="TimeProvider.GetTimestamp"/>) saving is tried again.</summary>
    private readonly Dictionary<int, long> _aside = [];

    /// <summary>What was saved last of each place: see <see cref="TokenSlot.SaveMark"/>.</summary>
    private readonly Dictionary<int, (long, long)> _saved = [];

    /// <summary>Places whose file could not be read: nothing is written there.</summary>
    public HashSet<int> Unread { get; } = [];

    /// <summary>Rebuilds the saved tokens.</summary>
    /// <param name="put">Puts a token into its place.</param>
    public void Load(Func<int, VirtualToken, TokenSlot> put)
    {
        foreach ((int place, string where, SavedToken? saved) in store.ReadAll())
        {
            if (saved is null || !TryRebuild(place, saved, put))
            {
                Unread.Add(place);
                tell($"'{where}' holds no token that this version can read: it is set aside, the others go on. Move the file away, or put back a copy of it.");
            }
        }
    }

    /// <summary>Saves a token.</summary>
    /// <param name="place">Its place.</param>
    /// <param name="slot">The token.</param>
    /// <param name="onlyChanged">Not unless it has changed since; and after a failure not before a pause.</param>
    public void Save(int place, TokenSlot slot, bool onlyChanged)
    {
        bool isAside = _aside.TryGetValue(place, out long since);
        if (onlyChanged && isAside && time.GetElapsedTime(since) < Pause)
        {
            return;
        }

        try
        {
            (long, long) mark = slot.SaveMark();
            if (!onlyChanged || isAside || !_saved.TryGetValue(place, out var saved) || saved != mark)
            {
                _saved.Remove(place);
                store.Put(place, slot.Save());
                _saved[place] = mark;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _aside[place] = time.GetTimestamp();
            if (!isAside)
            {
                slot.SetAside();
                tell($"Token {place} cannot be saved: {e.Message} It is set aside without power, so that no code is shown twice after a restart. Make room on the disk and look at the folder's mode; it comes back by itself.");
            }

            return;
        }

        if (_aside.Remove(place))
        {
            slot.TakeBack();
            tell($"Token {place} is saved again and goes on.");
        }
    }

    /// <summary>Throws the saved state of a place away.</summary>
    public void Discard(int place)
    {
        store.Discard(place);
        _saved.Remove(place);
        _aside.Remove(place);
    }

#pragma warning disable CA1031 // A file can hold anything; whatever comes of it, it is this token alone that cannot be rebuilt.
    private bool TryRebuild(int place, SavedToken saved, Func<int, VirtualToken, TokenSlot> put)
    {
        try
        {
            VirtualToken token = saved.Rebuild(TokenSlot.NewBoard(saved.TimeAt(time.GetUtcNow())));
            TokenSlot slot = put(place, token);
            slot.Name = saved.Name;
            slot.Note("loaded");
            if (saved.Powered)
            {
                slot.Power(true);
            }

            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
#pragma warning restore CA1031
}
