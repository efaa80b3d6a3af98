namespace NanoBoard.Chips;

/// <summary>A transfer on the I2C bus.</summary>
/// <param name="At">True time of its end.</param>
/// <param name="Address">7 bits.</param>
/// <param name="Written">What the firmware wrote.</param>
/// <param name="Read">What it read.</param>
/// <param name="IsAcknowledged">False: nobody answered.</param>
public sealed record I2cTraffic(DateTimeOffset At, int Address, byte[] Written, byte[] Read, bool IsAcknowledged);
