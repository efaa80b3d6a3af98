using HwToken.Provisioning;
using HwToken.Scenarios.Services;

namespace HwToken.Scenarios.Playing;

/// <summary>What a story is played with.</summary>
public sealed record PlaySettings
{
    /// <summary>True time: where a story begins <c>now</c>, and what a token on a port waits by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Starts services in this process; null: there are none.</summary>
    public IScenarioServices? Services { get; init; }

    /// <summary>Address of a service that takes the place of the story's own; null: the story's.</summary>
    public Uri? Service { get; init; }

    /// <summary>The line to a token in the hand, instead of virtual tokens; null: virtual ones.</summary>
    public ILineTransport? Port { get; init; }

    /// <summary>Environment variables, for <c>{env:NAME}</c>.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;
}
