namespace NanoBoard.Running;

/// <summary>What a stream of random numbers is for.</summary>
internal enum RandomPurpose
{
    PanelNoise = 1,
    ButtonBounce,
    TornWrite,
    LineNoise,
    Firmware,
}
