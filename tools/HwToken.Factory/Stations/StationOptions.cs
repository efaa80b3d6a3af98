using HwToken.Lines;
using HwToken.Provisioning;

namespace HwToken.Factory.Stations;

/// <summary>How a station works.</summary>
public sealed record StationOptions
{
    /// <summary>Its ports.</summary>
    public required IReadOnlyList<LinePort> Ports { get; init; }

    /// <summary>Operator, for the audit trail.</summary>
    public required string Who { get; init; }

    /// <summary>One token a port, then stop: for virtual tokens and scripts.</summary>
    public bool IsOnce { get; init; }

    /// <summary>With <see cref="IsOnce"/>: how long a port may be without a token before it counts as failed.</summary>
    public TimeSpan OnceTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Have the operator type what each display shows.</summary>
    public bool ChecksDisplay { get; init; }

    /// <summary>Flashes the board on a port (its name) before it is asked anything; null: boards come flashed. Throws <see cref="FactoryException"/> when that fails.</summary>
    public Func<string, CancellationToken, Task>? Flash { get; init; }

    /// <summary>The firmware that a token must tell, such as <c>1.1.0</c>; null: any.</summary>
    public string? Firmware { get; init; }

    /// <summary>Makes the label of a unit that passed; null: labels come later.</summary>
    public Func<string, CancellationToken, Task>? Label { get; init; }

    /// <summary>How long a reply may take.</summary>
    public TimeSpan ReplyTimeout { get; init; } = LineExchange.DefaultTimeout;

    /// <summary>How long to wait for an answer while nobody is there.</summary>
    public TimeSpan HelloTimeout { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Pause between two looks at a port.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(100);
}
