namespace HwToken.Factory.Stations;

/// <summary>What a run came to.</summary>
/// <param name="Passed">Units that passed.</param>
/// <param name="Failed">Units that were scrapped.</param>
/// <param name="SetAside">Tokens that were set aside.</param>
/// <param name="Interrupted">Units left in the middle.</param>
/// <param name="FailedPorts">Ports that could not be used.</param>
public sealed record StationSummary(int Passed, int Failed, int SetAside, int Interrupted, int FailedPorts)
{
    /// <summary>True when nothing went wrong.</summary>
    public bool IsClean => Failed == 0 && SetAside == 0 && Interrupted == 0 && FailedPorts == 0;
}
