using System.Globalization;
using HwToken.Rack.Contract;
using HwToken.Rack.Store;
using HwToken.Provisioning;
using HwToken.Simulator;

namespace HwToken.Rack.Live;

/// <summary>The tokens of the page, paced and saved together.</summary>
public sealed class TokenRack
{
    private const int Most = 32;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, TokenSlot> _slots = [];
    private readonly SavedRack _saved;
    private readonly TimeProvider _time;

    /// <summary>Builds the saved tokens again; makes the first ones where none is saved.</summary>
    /// <param name="store">Where they are saved.</param>
    /// <param name="time">True time.</param>
    /// <param name="first">Tokens to begin with; null for one with a counter, one with a clock and a blank one.</param>
    /// <param name="tell">Takes a message of a token that is set aside; null: the error stream.</param>
    public TokenRack(ITokenStore store, TimeProvider time, IReadOnlyList<VirtualToken>? first = null, Action<string>? tell = null)
    {
        _time = time;
        _saved = new SavedRack(store, time, tell ?? Console.Error.WriteLine);
        _saved.Load(Put);
        foreach (int place in _saved.Unread)
        {
            _slots.Remove(place);
        }

        if (_slots.Count == 0 && first is not null)
        {
            foreach (VirtualToken token in first)
            {
                PutNew(Free(), token);
            }
        }

        if (_slots.Count == 0)
        {
            PutNew(Free(), FirstTokens.Hotp(time));
            PutNew(Free(), FirstTokens.Totp(time));
            New();
        }
    }

    /// <summary>The tokens, by place.</summary>
    public IReadOnlyList<TokenSlot> Slots
    {
        get
        {
            lock (_gate)
            {
                return [.. _slots.Values];
            }
        }
    }

    /// <summary>The token in a place.</summary>
    /// <exception cref="RefusalException">The place is empty.</exception>
    internal TokenSlot this[string id]
    {
        get
        {
            lock (_gate)
            {
                return int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out int place) && _slots.TryGetValue(place, out TokenSlot? slot)
                    ? slot
                    : throw RefusalException.NotFound("noSuchToken", "There is no such token. See GET /sim/v1/tokens.");
            }
        }
    }

    /// <summary>The list of the rack.</summary>
    internal IReadOnlyList<RackItem> Items() => [.. Slots.Select(slot => slot.Item())];

    /// <summary>Puts a blank token with power into a new place.</summary>
    internal TokenSlot New()
    {
        lock (_gate)
        {
            if (_slots.Count >= Most)
            {
                throw RefusalException.Conflict("tooManyTokens", $"No more than {Most} tokens. Remove one first.");
            }

            TokenSlot slot = Put(Free(), TokenSlot.NewToken(TokenSlot.NewBoard(_time.GetUtcNow())));
            slot.Power(true);
            return slot;
        }
    }

    /// <summary>Puts tokens with credentials into new places, asleep and ready to be pressed: all of them or none.</summary>
    internal IReadOnlyList<TokenSlot> New(IReadOnlyList<NewCredential> credentials, string? name)
    {
        lock (_gate)
        {
            if (_slots.Count + credentials.Count > Most)
            {
                throw RefusalException.Conflict("tooManyTokens", $"No more than {Most} tokens here. Remove some first, or put a seed file into a pool (POST /sim/v1/pools).");
            }

            return [.. credentials.Select(credential =>
            {
                int place = Free();
                PutNew(place, FirstTokens.Make(credential, _time));
                _slots[place].Name = name;
                return _slots[place];
            })];
        }
    }

    /// <summary>Throws a token away, its saved state too.</summary>
    internal void Remove(string id)
    {
        lock (_gate)
        {
            TokenSlot slot = this[id];
            if (_slots.Count == 1)
            {
                throw RefusalException.Conflict("lastToken", "The last token cannot be removed. Erase it instead.");
            }

            int place = int.Parse(slot.Id, CultureInfo.InvariantCulture);
            _slots.Remove(place);
            _saved.Discard(place);
        }
    }

    /// <summary>Paces the tokens and saves what changes, until it is cancelled; then saves once more.</summary>
    /// <param name="cancel">Ends it.</param>
    public async Task RunAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Tick, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancel).ConfigureAwait(false))
            {
                foreach (TokenSlot slot in Slots)
                {
                    slot.CatchUp();
                }

                SaveChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The way to end it.
        }

        SaveAll();
    }

    /// <summary>Saves every token.</summary>
    internal void SaveAll()
    {
        lock (_gate)
        {
            foreach ((int place, TokenSlot slot) in _slots)
            {
                _saved.Save(place, slot, onlyChanged: false);
            }
        }
    }

    /// <summary>Saves every token that has changed since.</summary>
    internal void SaveChanged()
    {
        lock (_gate)
        {
            foreach ((int place, TokenSlot slot) in _slots)
            {
                _saved.Save(place, slot, onlyChanged: true);
            }
        }
    }

    /// <summary>A place behind all others, those of tokens that were set aside too.</summary>
    private int Free() => Math.Max(_slots.Keys.LastOrDefault(), _saved.Unread.DefaultIfEmpty().Max()) + 1;

    /// <summary>Making tokens takes a while on a busy machine: each begins on time all the same.</summary>
    private void PutNew(int place, VirtualToken token)
    {
        DateTimeOffset now = _time.GetUtcNow();
        if (token.Now < now)
        {
            token.AdvanceTo(now);
        }

        Put(place, token);
    }

    private TokenSlot Put(int place, VirtualToken token) =>
        _slots[place] = new TokenSlot(place.ToString(CultureInfo.InvariantCulture), token, _time);
}
