namespace HwToken.Browser;

/// <summary>Tests that watch the page's seconds go by: they run alone, after the others, so that no second is missed.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class PacedByTheWallClock
{
    /// <summary>Name of the collection.</summary>
    public const string Name = "Paced by the wall clock";
}
