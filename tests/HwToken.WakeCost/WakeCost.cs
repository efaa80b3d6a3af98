namespace HwToken.WakeCost;

/// <summary>What a wake cost.</summary>
/// <param name="Instructions">IL instructions of the firmware and of mscorlib's IL below it.</param>
/// <param name="Bytes">Bytes of objects that the firmware made, in the interpreter's terms.</param>
/// <param name="ApiCalls">Calls into the nanoFramework packages.</param>
/// <param name="I2cBytes">Bytes on the I2C bus, both directions, without addresses.</param>
/// <param name="FilesRead">Files opened and read.</param>
/// <param name="FlashSteps">Durable steps in flash.</param>
internal readonly record struct WakeCost(long Instructions, long Bytes, long ApiCalls, long I2cBytes, long FilesRead, long FlashSteps)
{
    public static WakeCost operator +(WakeCost a, WakeCost b) => new(
        a.Instructions + b.Instructions, a.Bytes + b.Bytes, a.ApiCalls + b.ApiCalls, a.I2cBytes + b.I2cBytes, a.FilesRead + b.FilesRead, a.FlashSteps + b.FlashSteps);

    public static WakeCost operator -(WakeCost a, WakeCost b) => new(
        a.Instructions - b.Instructions, a.Bytes - b.Bytes, a.ApiCalls - b.ApiCalls, a.I2cBytes - b.I2cBytes, a.FilesRead - b.FilesRead, a.FlashSteps - b.FlashSteps);
}
