namespace HwToken.HostSim.Serial;

/// <summary>Something that a host can open as if it were a serial port.</summary>
internal interface ISerialOffer : IDisposable
{
    /// <summary>What the host opens: an address or a device path.</summary>
    string Name { get; }

    /// <summary>Waits until somebody opens it.</summary>
    ValueTask<Stream> AcceptAsync(CancellationToken cancel);

    /// <summary>Tells everybody else who opens it that it is in use, and closes on him, until it is cancelled.</summary>
    Task RefuseOthersAsync(CancellationToken cancel);
}
