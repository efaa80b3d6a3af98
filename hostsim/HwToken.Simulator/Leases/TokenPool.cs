using HwToken.Simulator.Fleets;

namespace HwToken.Simulator.Leases;

/// <summary>The tokens of a pool: all, those that are free, and who waits for one. The desk's lock guards it.</summary>
internal sealed class TokenPool(string name)
{
    private readonly Dictionary<string, FleetToken> _tokens = [];
    private readonly Queue<FleetToken> _free = new();
    private readonly LinkedList<TaskCompletionSource<FleetToken>> _waiting = new();

    public string Name => name;

    public IReadOnlyCollection<FleetToken> Tokens => _tokens.Values;

    public int Free => _free.Count;

    public int Waiting => _waiting.Count;

    public bool Holds(string key) => _tokens.ContainsKey(key);

    /// <summary>Takes a token into the pool.</summary>
    public void Add(FleetToken token, bool isFree = true)
    {
        _tokens.Add(token.Key, token);
        if (isFree)
        {
            GiveBack(token);
        }
    }

    /// <summary>Takes a token out that nobody has got yet.</summary>
    public void Remove(FleetToken token) => _tokens.Remove(token.Key);

    /// <summary>The token that has been free for the longest time: its last time step is the oldest.</summary>
    public FleetToken? Take() => _free.TryDequeue(out FleetToken? token) ? token : null;

    /// <summary>First come, first served.</summary>
    public LinkedListNode<TaskCompletionSource<FleetToken>> Queue() => _waiting.AddLast(new TaskCompletionSource<FleetToken>(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>Somebody waits no longer. A token that he got meanwhile goes to the next one.</summary>
    public void Leave(LinkedListNode<TaskCompletionSource<FleetToken>> place)
    {
        if (place.List is not null)
        {
            _waiting.Remove(place);
        }
        else if (place.Value.Task.IsCompletedSuccessfully)
        {
            GiveBack(place.Value.Task.Result);
        }
    }

    public void GiveBack(FleetToken token)
    {
        if (_waiting.First is { } first)
        {
            _waiting.RemoveFirst();
            first.Value.SetResult(token);
        }
        else
        {
            _free.Enqueue(token);
        }
    }

    /// <summary>Everybody who waits is told that the pool is gone.</summary>
    public void Close(Exception why)
    {
        foreach (TaskCompletionSource<FleetToken> waiting in _waiting)
        {
            waiting.SetException(why);
        }

        _waiting.Clear();
        _free.Clear();
    }
}
