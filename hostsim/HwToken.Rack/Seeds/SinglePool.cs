using HwToken.Simulator.Fleets;

namespace HwToken.Rack.Seeds;

/// <summary>The pool of a token that comes alone and without a pool's name: whoever brings the same secret means the same pool, and waits there for its token.</summary>
internal static class SinglePool
{
    private const int KeyLetters = 32;

    /// <summary>Its name.</summary>
    public static string NameOf(FleetToken token) => "one-" + token.Key[..KeyLetters];
}
