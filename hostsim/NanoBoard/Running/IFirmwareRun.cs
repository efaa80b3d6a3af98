namespace NanoBoard.Running;

/// <summary>Where a firmware runs, and how it waits at the horizon: on a thread of its own, or on the caller's stack.</summary>
internal interface IFirmwareRun
{
    /// <summary>Caller's side: lets the firmware run until it parks or ends.</summary>
    /// <param name="progress">A number that grows while the firmware makes board calls.</param>
    /// <returns>True when it ended.</returns>
    bool Run(Func<long> progress);

    /// <summary>Firmware's side: hands control to the caller.</summary>
    void Park();

    /// <summary>Firmware's side: gives up a program that will not leave.</summary>
    void Abandon();
}
