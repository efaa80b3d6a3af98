using HwToken.Validation;

namespace HwToken.HostSim.Serving;

/// <summary>What <c>serve</c> was asked for.</summary>
/// <param name="Url">Loopback address, plain HTTP; port 0: any free one.</param>
/// <param name="Service">Where the validation service's data lie, and the true time for service and tokens. A demonstration has its own folder below
/// and its own database: what is given here stays untouched.</param>
/// <param name="IsDemo">Bank, tokens, accounts and clocks for a demonstration.</param>
/// <param name="Shortcuts">Of a demonstration; null: none.</param>
/// <param name="Ready">How many of a demonstration's customers can sign in at once (<see cref="ReadyCustomers"/>).</param>
internal sealed record ServeSettings(Uri Url, ValidationOptions Service, bool IsDemo = false, DemoShortcuts? Shortcuts = null, int Ready = 0);
