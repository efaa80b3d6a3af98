using HwToken.Simulator.Fleets;

namespace HwToken.Simulator.Leases;

/// <summary>A token that one holder has for himself.</summary>
public sealed class Lease
{
    internal Lease(string id, string pool, FleetToken token, DateTimeOffset expires, TimeSpan inHand)
    {
        Id = id;
        Pool = pool;
        Token = token;
        Expires = expires;
        InHand = inHand;
    }

    /// <summary>Its name, not to be guessed.</summary>
    public string Id { get; }

    /// <summary>The pool.</summary>
    public string Pool { get; }

    /// <summary>The token.</summary>
    public FleetToken Token { get; }

    /// <summary>When it runs out, in true time.</summary>
    public DateTimeOffset Expires { get; internal set; }

    /// <summary>See <see cref="LeaseAsk.InHand"/>.</summary>
    public TimeSpan InHand { get; }

    /// <summary>Requests that are under way: so long it does not run out.</summary>
    internal int Busy { get; set; }

    /// <summary>Released or run out.</summary>
    internal bool IsOver { get; set; }

    /// <summary>One code after the other, in the order of the requests.</summary>
    internal SemaphoreSlim Turn { get; } = new(1, 1);
}
